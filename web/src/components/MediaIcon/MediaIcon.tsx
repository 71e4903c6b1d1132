import { File, FileText, Image, Music, Video } from 'lucide-react'

const ICONS: Record<string, typeof File> = {
  image: Image,
  video: Video,
  audio: Music,
  text: FileText,
}

/** The sort of a file, drawn. */
const MediaIcon = ({ contentType }: { contentType?: string | null }) => {
  const [kind = ''] = (contentType ?? '').split('/')
  const Icon = ICONS[kind] ?? File
  return <Icon className="size-4 shrink-0" aria-hidden />
}

export default MediaIcon
