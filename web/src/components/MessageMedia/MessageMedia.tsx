import { useState } from 'react'

import type { MessageFields } from 'types/graphql'

import MediaChip from 'src/components/MediaChip'
import MediaPicture from 'src/components/MediaPicture'

type Media = MessageFields['media'][number]

const isPicture = ({ contentType, url }: Media) =>
  !!url && !!contentType?.startsWith('image/')

/** One file of a message: a picture that we have is shown, all else is named. */
const MessageFile = ({ file, isAlone }: { file: Media; isAlone: boolean }) => {
  const [isBroken, setIsBroken] = useState(false)
  return file.url && isPicture(file) && !isBroken ? (
    <MediaPicture
      file={file}
      url={file.url}
      isAlone={isAlone}
      onBroken={() => setIsBroken(true)}
    />
  ) : (
    <MediaChip file={file} />
  )
}

const MessageMedia = ({ files }: { files: Media[] }) => (
  <ul className="flex flex-wrap items-start gap-1.5 py-1">
    {files.map((file) => (
      <li key={file.id} className="max-w-full min-w-0">
        <MessageFile
          file={file}
          isAlone={files.filter(isPicture).length === 1}
        />
      </li>
    ))}
  </ul>
)

export default MessageMedia
