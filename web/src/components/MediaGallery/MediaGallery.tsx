import type { MessageFields } from 'types/graphql'

import { useLibrary } from 'src/hooks/useLibrary'
import { isPicture } from 'src/lib/media/kinds'
import { viewerLibrary } from 'src/lib/media/viewerLibrary'

interface MediaGalleryProps {
  /** Oldest first. */
  messages: readonly Pick<MessageFields, 'media' | 'removedAt'>[]
  /** The picture that is shown large; null while none is. */
  shownId: string | null
  onShow: (id: string | null) => void
}

/** The pictures of a thread, one of them large, the others before and behind it. */
const MediaGallery = ({ messages, shownId, onShow }: MediaGalleryProps) => {
  const { library } = useLibrary(viewerLibrary, shownId !== null)
  if (!library || shownId === null) {
    return null
  }
  const pictures = messages
    .filter(({ removedAt }) => !removedAt)
    .flatMap(({ media }) => media.filter(isPicture))
  return (
    <library.MediaViewer
      pictures={pictures}
      shownId={shownId}
      onShow={onShow}
      onClose={() => onShow(null)}
    />
  )
}

export default MediaGallery
