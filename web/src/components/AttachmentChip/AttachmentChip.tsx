import { useState } from 'react'

import { RotateCw, X } from 'lucide-react'

import IconButton from 'src/components/IconButton'
import MediaIcon from 'src/components/MediaIcon'
import { mediaPath } from 'src/lib/attachments/attachment'
import type { Attachment } from 'src/lib/attachments/attachment'
import { cx } from 'src/lib/cx'
import { fileSize } from 'src/lib/fileSize'
import { t } from 'src/lib/language/t'

interface AttachmentChipProps {
  attachment: Attachment
  disabled?: boolean
  onRemove: () => void
  onRetry: () => void
}

const isPicture = ({ contentType }: Attachment) =>
  contentType?.startsWith('image/')

/** The picture itself where there is one to show, else the sort of the file. */
const Thumbnail = ({ attachment }: { attachment: Attachment }) => {
  const { id, preview, contentType } = attachment
  const [broken, setBroken] = useState<string>()
  const source =
    preview ?? (id && isPicture(attachment) ? mediaPath(id) : undefined)
  return (
    <span className="grid size-11 shrink-0 place-items-center overflow-hidden rounded-lg bg-hover text-ink-soft">
      {source && source !== broken ? (
        <img
          src={source}
          alt=""
          onError={() => setBroken(source)}
          className="size-full object-cover"
        />
      ) : (
        <MediaIcon contentType={contentType} />
      )}
    </span>
  )
}

const Progress = ({ attachment }: { attachment: Attachment }) => {
  const percent = Math.round(attachment.progress * 100)
  return (
    <span
      role="progressbar"
      aria-label={t('Uploading {name}', { name: attachment.name })}
      aria-valuenow={percent}
      className="mt-1 block h-1 w-24 overflow-hidden rounded-full bg-hover"
    >
      <span
        className="block h-full rounded-full bg-signal transition-[width]"
        style={{ width: `${percent}%` }}
      />
    </span>
  )
}

/** A file that goes with the next message, on its way to the server, there, or not. */
const AttachmentChip = ({
  attachment,
  disabled,
  onRemove,
  onRetry,
}: AttachmentChipProps) => {
  const { name, size, state, problem, canRetry } = attachment
  const hasFailed = state === 'failed'
  return (
    <li
      className={cx(
        'flex max-w-full min-w-0 items-center gap-2.5 rounded-xl border p-1',
        hasFailed ? 'border-danger' : 'border-line'
      )}
    >
      <Thumbnail attachment={attachment} />
      <span className={cx('min-w-0 flex-1', !hasFailed && 'max-w-44')}>
        <span title={name} className="block truncate text-sm leading-tight">
          {name}
        </span>
        {state === 'uploading' && <Progress attachment={attachment} />}
        {state === 'ready' && (
          <span className="block text-[0.8125rem] leading-tight text-ink-faint">
            {fileSize(size)}
          </span>
        )}
        {hasFailed && (
          <span
            role="alert"
            className="block max-w-80 text-[0.8125rem] leading-tight text-danger"
          >
            {problem}
          </span>
        )}
      </span>
      <span className="flex">
        {hasFailed && canRetry && (
          <IconButton
            icon={RotateCw}
            label={t('Try {name} again', { name })}
            disabled={disabled}
            onClick={onRetry}
            className="!size-8"
          />
        )}
        <IconButton
          icon={X}
          label={t('Remove {name}', { name })}
          disabled={disabled}
          onClick={onRemove}
          className="!size-8"
        />
      </span>
    </li>
  )
}

export default AttachmentChip
