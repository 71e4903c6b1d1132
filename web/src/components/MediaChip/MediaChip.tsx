import { File, FileText, Image, Music, Video } from 'lucide-react'
import type { MessageFields } from 'types/graphql'

import { describeMedia } from 'src/lib/describeMedia'

const ICONS: Record<string, typeof File> = {
  image: Image,
  video: Video,
  audio: Music,
  text: FileText,
}

const sizeOf = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`

const MediaChip = ({ file }: { file: MessageFields['media'][number] }) => {
  const [kind = ''] = (file.contentType ?? '').split('/')
  const Icon = ICONS[kind] ?? File
  return (
    <li
      title={file.contentType ?? undefined}
      className="flex items-center gap-2 rounded-lg bg-surface/60 px-2.5 py-1.5 text-sm"
    >
      <Icon className="size-4 shrink-0" aria-hidden />
      {describeMedia(file.contentType)}
      {file.size !== null && file.size !== undefined && (
        <span className="opacity-75">{sizeOf(file.size)}</span>
      )}
    </li>
  )
}

export default MediaChip
