import type { Media } from '@prisma/client'

import { signedLink } from 'src/lib/media/links/signedLink'
import type { Draft } from 'src/lib/messaging/outboundDraft'

/** An attachment: where the sender said, or a file of ours. */
export type Attachment = Pick<Media, 'url' | 'fileId'>

/** What a draft carries, in the order in which it is shown. */
export const mediaOf = ({ mediaUrls, fileIds }: Draft): Attachment[] => [
  ...mediaUrls.map((url) => ({ url, fileId: null })),
  ...fileIds.map((fileId) => ({ url: null, fileId })),
]

/** The same, of a message that was written. */
export const draftMediaOf = (media: Attachment[]) => ({
  mediaUrls: media.flatMap(({ url, fileId }) => (url && !fileId ? url : [])),
  fileIds: media.flatMap(({ fileId }) => fileId ?? []),
})

/** Where Twilio fetches it: our files by links that are made now and kept nowhere. */
export function linksTo(
  media: Attachment[],
  sendAt: Date | null,
  now: Date
): string[] {
  const from = sendAt && sendAt > now ? sendAt : now
  return media.flatMap(({ url, fileId }) =>
    fileId ? signedLink(fileId, from) : (url ?? [])
  )
}
