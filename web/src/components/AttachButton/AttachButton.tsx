import { useRef } from 'react'

import { Paperclip } from 'lucide-react'

import IconButton from 'src/components/IconButton'
import { t } from 'src/lib/language/t'

interface AttachButtonProps {
  disabled?: boolean
  onFiles: (files: File[]) => void
}

/** The button, and the file picker behind it. */
const AttachButton = ({ disabled, onFiles }: AttachButtonProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton
        icon={Paperclip}
        label={t('Attach files')}
        disabled={disabled}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('Files')}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          // Else the same file, chosen again after it was removed, would be no change.
          target.value = ''
        }}
      />
    </>
  )
}

export default AttachButton
