import type { MessageFields } from 'types/graphql'

import { pictureBox, THUMBNAIL } from 'src/lib/pictureBox'

interface MediaPictureProps {
  file: MessageFields['media'][number]
  url: string
  /** Several stand side by side as squares; one has its own shape. */
  isAlone: boolean
  onBroken: () => void
}

/** A picture in a box that is there before it; the file itself opens in a tab of its own. */
const MediaPicture = ({ file, url, isAlone, onBroken }: MediaPictureProps) => {
  const { width, height } = isAlone
    ? pictureBox(file.width, file.height)
    : THUMBNAIL
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="block max-w-full overflow-hidden rounded-xl bg-surface/60"
      style={{ width, aspectRatio: `${width} / ${height}` }}
    >
      <img
        src={url}
        alt={file.name ?? 'Picture'}
        loading="lazy"
        decoding="async"
        onError={onBroken}
        className="size-full object-cover"
      />
    </a>
  )
}

export default MediaPicture
