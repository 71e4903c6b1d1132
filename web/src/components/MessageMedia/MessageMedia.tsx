import { useState } from 'react'

import type { MessageFields } from 'types/graphql'

import MediaChip from 'src/components/MediaChip'
import MediaPicture from 'src/components/MediaPicture'
import MediaPlayer from 'src/components/MediaPlayer'
import { isPicture, isRecording } from 'src/lib/media/kinds'
import { useThread } from 'src/lib/thread/threadContext'

type Media = MessageFields['media'][number]

interface MessageFileProps {
  file: Media
  isAlone: boolean
  onOpen: () => void
}

/** One file of a message: what we have and a browser can show is shown, all else is named. */
const MessageFile = ({ file, isAlone, onOpen }: MessageFileProps) => {
  const { url } = file
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null)
  const isBroken = brokenUrl !== null && brokenUrl === url
  const onBroken = () => setBrokenUrl(url ?? null)
  if (url && isPicture(file) && !isBroken) {
    return (
      <MediaPicture
        file={file}
        url={url}
        isAlone={isAlone}
        onOpen={onOpen}
        onBroken={onBroken}
      />
    )
  }
  return url && isRecording(file) && !isBroken ? (
    <MediaPlayer file={file} url={url} onBroken={onBroken} />
  ) : (
    <MediaChip file={file} />
  )
}

const MessageMedia = ({ files }: { files: Media[] }) => {
  const { showPicture } = useThread()
  const isAlone = files.filter(isPicture).length === 1
  return (
    <ul className="flex flex-wrap items-start gap-1.5 py-1">
      {files.map((file, position) => (
        // Their places are fixed: a picture that was shown while it was sent stays until the server's is there.
        <li key={position} className="max-w-full min-w-0">
          <MessageFile
            file={file}
            isAlone={isAlone}
            onOpen={() => showPicture(file.id)}
          />
        </li>
      ))}
    </ul>
  )
}

export default MessageMedia
