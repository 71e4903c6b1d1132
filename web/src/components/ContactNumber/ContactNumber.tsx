import { Copy } from 'lucide-react'

import IconButton from 'src/components/IconButton'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { formatAddress } from 'src/lib/phone/formatAddress'

/** The number, to be read and to be taken along. */
const ContactNumber = ({ address }: { address: string }) => {
  const copy = () =>
    // The clipboard exists on https and localhost only.
    (navigator.clipboard?.writeText(address) ?? Promise.reject()).then(
      () => noticeBoard.post(t('The number was copied.')),
      () => noticeBoard.post(t('The number could not be copied.'))
    )
  return (
    <p className="flex items-center gap-1 text-ink-soft tabular-nums">
      {formatAddress(address)}
      <IconButton
        icon={Copy}
        label={t('Copy the number')}
        className="!size-8"
        onClick={() => void copy()}
      />
    </p>
  )
}

export default ContactNumber
