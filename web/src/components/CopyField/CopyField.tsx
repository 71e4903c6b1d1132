import { useEffect, useState } from 'react'

import { Check, Copy } from 'lucide-react'

import IconButton from 'src/components/IconButton'
import { announcer } from 'src/lib/announcer'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'

const SHOWN_MS = 2_000

/** Something to be pasted elsewhere. */
const CopyField = ({ label, value }: { label: string; value: string }) => {
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) {
      return
    }
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isCopied])

  const copy = async () => {
    try {
      // Browsers have no clipboard for pages that came by plain http.
      await navigator.clipboard.writeText(value)
      setIsCopied(true)
      announcer.say(t('Copied'))
    } catch {
      noticeBoard.post(t('The browser does not let us copy. Select the text.'))
    }
  }

  return (
    <div>
      <p className="font-medium">{label}</p>
      <div className="mt-1 flex items-center gap-1 rounded-lg border border-line bg-raised py-0.5 pr-0.5 pl-3">
        <code className="min-w-0 flex-1 py-1 font-mono text-[0.8125rem] wrap-anywhere select-all">
          {value}
        </code>
        <IconButton
          icon={isCopied ? Check : Copy}
          label={isCopied ? t('Copied') : t('Copy: {what}', { what: label })}
          onClick={() => void copy()}
        />
      </div>
    </div>
  )
}

export default CopyField
