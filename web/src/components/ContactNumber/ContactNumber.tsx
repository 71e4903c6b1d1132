import { Copy } from 'lucide-react'

import IconButton from 'src/components/IconButton'
import { noticeBoard } from 'src/lib/notices'
import { formatAddress } from 'src/lib/phone/formatAddress'

/** The number, to be read and to be taken along. */
const ContactNumber = ({ address }: { address: string }) => {
  const copy = () =>
    // The clipboard exists on https and localhost only.
    (navigator.clipboard?.writeText(address) ?? Promise.reject()).then(
      () => noticeBoard.post('The number was copied.'),
      () => noticeBoard.post('The number could not be copied.')
    )
  return (
    <p className="flex items-center gap-1 text-ink-soft tabular-nums">
      {formatAddress(address)}
      <IconButton
        icon={Copy}
        label="Copy the number"
        className="!size-8"
        onClick={() => void copy()}
      />
    </p>
  )
}

export default ContactNumber
