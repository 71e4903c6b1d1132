import type { MessageFields } from 'types/graphql'

import MediaIcon from 'src/components/MediaIcon'
import { cx } from 'src/lib/cx'
import { describeMedia } from 'src/lib/describeMedia'
import { fileSize } from 'src/lib/fileSize'

const LOOK =
  'flex min-w-0 items-center gap-2 rounded-lg bg-surface/60 px-2.5 py-1.5 text-sm'

/** A file by its name, or else by what it is; it opens in a tab of its own where we have it. */
const MediaChip = ({ file }: { file: MessageFields['media'][number] }) => {
  const { name, contentType, size, url } = file
  const content = (
    <>
      <MediaIcon contentType={contentType} />
      <span className="truncate">{name ?? describeMedia(contentType)}</span>
      {size !== null && size !== undefined && (
        <span className="shrink-0 opacity-75">{fileSize(size)}</span>
      )}
    </>
  )
  return url ? (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      title={contentType ?? undefined}
      className={cx(LOOK, 'hover:bg-surface')}
    >
      {content}
    </a>
  ) : (
    <span title={contentType ?? undefined} className={LOOK}>
      {content}
    </span>
  )
}

export default MediaChip
