import type { ExportedMessage } from './contactRows'

type ExportedMedia = ExportedMessage['media'][number]

/** Nothing that leaves the folder into which somebody unpacks it, and nothing that a file system refuses. */
const safe = (name: string) =>
  name
    .replace(/^.*[/\\]/s, '')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(-80)

/** Where a file lies in the archive; null where we have none. */
export const exportedName = ({
  id,
  file,
}: Pick<ExportedMedia, 'id' | 'file'>): string | null => {
  if (!file) {
    return null
  }
  const [, kind = ''] = file.contentType.split('/')
  const ending = kind.replace(/\W.*$/, '') || 'bin'
  const name = file.name ? safe(file.name) : ''
  return `files/${id}${name ? `-${name}` : `.${ending}`}`
}
