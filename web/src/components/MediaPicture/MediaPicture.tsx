import type { MessageFields } from 'types/graphql'

import { t } from 'src/lib/language/t'
import { pictureBox, THUMBNAIL } from 'src/lib/pictureBox'

interface MediaPictureProps {
  file: MessageFields['media'][number]
  url: string
  /** Several stand side by side as squares; one has its own shape. */
  isAlone: boolean
  onOpen: () => void
  onBroken: () => void
}

/** A picture in a box that is there before it; pressed, it is shown large. */
const MediaPicture = ({
  file,
  url,
  isAlone,
  onOpen,
  onBroken,
}: MediaPictureProps) => {
  const { width, height } = isAlone
    ? pictureBox(file.width, file.height)
    : THUMBNAIL
  const name = file.name ?? t('Picture')
  return (
    <button
      type="button"
      aria-label={t('Show {name}', { name })}
      aria-haspopup="dialog"
      onClick={onOpen}
      className="block max-w-full cursor-zoom-in overflow-hidden rounded-xl bg-surface/60"
      style={{ width, aspectRatio: `${width} / ${height}` }}
    >
      <img
        src={file.thumbnailUrl ?? url}
        alt={name}
        loading="lazy"
        decoding="async"
        onError={onBroken}
        className="size-full object-cover"
      />
    </button>
  )
}

export default MediaPicture
