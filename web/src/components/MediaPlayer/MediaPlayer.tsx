import type { MessageFields } from 'types/graphql'

import { t } from 'src/lib/language/t'
import { pictureBox } from 'src/lib/pictureBox'

interface MediaPlayerProps {
  file: MessageFields['media'][number]
  url: string
  onBroken: () => void
}

/** How large a film is shown; its own size is known when it is played. */
const FILM = pictureBox(640, 480)

/** A recording with the browser's own controls; nothing of it is loaded before somebody plays it. */
const MediaPlayer = ({ file, url, onBroken }: MediaPlayerProps) => {
  const label = file.name ?? undefined
  return file.contentType?.startsWith('video/') ? (
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <video
      controls
      playsInline
      preload="none"
      src={url}
      aria-label={label ?? t('Video')}
      onError={onBroken}
      style={FILM}
      className="max-w-full rounded-xl bg-black"
    />
  ) : (
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <audio
      controls
      preload="none"
      src={url}
      aria-label={label ?? t('Audio')}
      onError={onBroken}
      className="h-11 w-72 max-w-full"
    />
  )
}

export default MediaPlayer
