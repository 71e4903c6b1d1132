import AttachmentChip from 'src/components/AttachmentChip'
import List from 'src/components/List'
import type { Attachment } from 'src/lib/attachments/attachment'
import { t } from 'src/lib/language/t'

interface AttachmentTrayProps {
  attachments: readonly Attachment[]
  disabled?: boolean
  onRemove: (key: string) => void
  onRetry: (key: string) => void
}

/** What goes with the next message, above its text. */
const AttachmentTray = ({
  attachments,
  disabled,
  onRemove,
  onRetry,
}: AttachmentTrayProps) => (
  <List
    aria-label={t('Attachments')}
    className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto p-1 pb-1.5"
  >
    {attachments.map((attachment) => (
      <AttachmentChip
        key={attachment.key}
        attachment={attachment}
        disabled={disabled}
        onRemove={() => onRemove(attachment.key)}
        onRetry={() => onRetry(attachment.key)}
      />
    ))}
  </List>
)

export default AttachmentTray
