import { useState } from 'react'

import type { ContactMediaQuery } from 'types/graphql'

import MediaChip from 'src/components/MediaChip'
import MediaGallery from 'src/components/MediaGallery'
import MediaPicture from 'src/components/MediaPicture'
import { t } from 'src/lib/language/t'
import { isPicture } from 'src/lib/media/kinds'

type File = NonNullable<
  NonNullable<ContactMediaQuery['conversation']>['contact']['media']
>['edges'][number]['node']

/** Pictures as a grid, newest first, and below them what a picture can't show. */
const ContactMedia = ({ files }: { files: File[] }) => {
  const [shownId, setShownId] = useState<string | null>(null)
  const [broken, setBroken] = useState<readonly string[]>([])
  const isShown = (file: File) => isPicture(file) && !broken.includes(file.id)
  const pictures = files.filter(isShown)
  const others = files.filter((file) => !isShown(file))

  return (
    <>
      {pictures.length > 0 && (
        <ul aria-label={t('Pictures')} className="grid grid-cols-3 gap-1.5">
          {pictures.map((file) => (
            <li key={file.id} className="[&>button]:!w-full">
              <MediaPicture
                file={file}
                url={file.url ?? ''}
                isAlone={false}
                onOpen={() => setShownId(file.id)}
                onBroken={() => setBroken((known) => [...known, file.id])}
              />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul aria-label={t('Other files')} className="mt-2 flex flex-col gap-1">
          {others.map((file) => (
            <li key={file.id} className="flex min-w-0">
              <MediaChip file={file} />
            </li>
          ))}
        </ul>
      )}
      <MediaGallery
        messages={[{ media: pictures, removedAt: null }]}
        shownId={shownId}
        onShow={setShownId}
      />
    </>
  )
}

export default ContactMedia
