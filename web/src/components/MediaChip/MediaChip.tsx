import { CircleAlert, Download } from 'lucide-react'
import type { MessageFields } from 'types/graphql'

import FetchAgain from 'src/components/FetchAgain'
import MediaIcon from 'src/components/MediaIcon'
import { useOperator } from 'src/hooks/useOperator'
import { cx } from 'src/lib/cx'
import { describeMedia } from 'src/lib/describeMedia'
import { fileSize } from 'src/lib/fileSize'
import { t } from 'src/lib/language/t'
import { exactTime } from 'src/lib/time/time'

type Media = MessageFields['media'][number]

const LOOK =
  'flex min-w-0 items-center gap-2 rounded-lg bg-surface/60 px-2.5 py-1.5 text-sm'

/** What is to be said of a file that is not here; nothing where it was never to be. */
const MediaState = ({ file }: { file: Media }) => {
  const { id, fetching, problem, removedAt } = file
  const { canWrite } = useOperator()
  if (removedAt) {
    return (
      <span
        className="shrink-0 italic opacity-75"
        title={t('Removed {time}', { time: exactTime(removedAt) })}
      >
        {t('File removed')}
      </span>
    )
  }
  if (fetching) {
    return <span className="shrink-0 opacity-75">{t('Loading …')}</span>
  }
  return problem ? (
    <>
      <span className="flex items-center gap-1 text-danger">
        <CircleAlert className="size-4 shrink-0" aria-hidden />
        {t('Could not be loaded.')} {problem}
      </span>
      {canWrite && <FetchAgain mediaId={id} />}
    </>
  ) : null
}

/** A file by its name, or else by what it is; it opens in a tab of its own where we have it. */
const MediaChip = ({ file }: { file: Media }) => {
  const { name, contentType, size, url, problem } = file
  const content = (
    <>
      <MediaIcon contentType={contentType} />
      <bdi className="truncate">{name ?? describeMedia(contentType)}</bdi>
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
      <Download className="size-4 shrink-0 opacity-60" aria-hidden />
    </a>
  ) : (
    <span
      title={contentType ?? undefined}
      className={cx(LOOK, problem && 'flex-wrap')}
    >
      {content}
      <MediaState file={file} />
    </span>
  )
}

export default MediaChip
