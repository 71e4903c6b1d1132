import { useState } from 'react'

import type { MessageFields } from 'types/graphql'

import MediaChip from 'src/components/MediaChip'
import MediaPicture from 'src/components/MediaPicture'
import MediaPlayer from 'src/components/MediaPlayer'
import { useLibrary } from 'src/hooks/useLibrary'
import { isPicture, isRecording } from 'src/lib/media/kinds'
import { viewerLibrary } from 'src/lib/media/viewerLibrary'

type Media = MessageFields['media'][number]

interface MessageFileProps {
  file: Media
  isAlone: boolean
  onOpen: () => void
}

/** One file of a message: what we have and a browser can show is shown, all else is named. */
const MessageFile = ({ file, isAlone, onOpen }: MessageFileProps) => {
  const [isBroken, setIsBroken] = useState(false)
  const onBroken = () => setIsBroken(true)
  const { url } = file
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
  const [shownId, setShownId] = useState<string | null>(null)
  const { library } = useLibrary(viewerLibrary, shownId !== null)
  const pictures = files.filter(isPicture)
  return (
    <>
      <ul className="flex flex-wrap items-start gap-1.5 py-1">
        {files.map((file) => (
          <li key={file.id} className="max-w-full min-w-0">
            <MessageFile
              file={file}
              isAlone={pictures.length === 1}
              onOpen={() => setShownId(file.id)}
            />
          </li>
        ))}
      </ul>
      {library && shownId && (
        <library.MediaViewer
          pictures={pictures}
          shownId={shownId}
          onShow={setShownId}
          onClose={() => setShownId(null)}
        />
      )}
    </>
  )
}

export default MessageMedia
