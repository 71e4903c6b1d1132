import { isDeepStrictEqual } from 'node:util'

import type { Media, Message } from '@prisma/client'

import { db } from 'src/lib/db'
import { badUserInput } from 'src/lib/errors'
import type { Draft } from 'src/lib/messaging/outboundDraft'

import type { Author, Identity } from './enqueueMessage'
import { draftMediaOf } from './mediaOf'

type Earlier = Message & { media: Media[] }

/** What makes two sends the same. */
const asked = (draft: Draft) => ({
  channel: draft.channel,
  to: draft.to,
  // A Messaging Service writes the sender that it chose over its own SID.
  from: draft.messagingServiceSid ?? draft.from,
  body: draft.body,
  mediaUrls: [...draft.mediaUrls],
  fileIds: [...draft.fileIds],
  sendAt: draft.sendAt,
  validityPeriod: draft.validityPeriod,
})

const written = (message: Earlier): ReturnType<typeof asked> => ({
  channel: message.channel === 'WHATSAPP' ? 'WHATSAPP' : 'SMS',
  to: message.to,
  from: message.messagingServiceSid ?? message.from,
  body: message.body ?? '',
  ...draftMediaOf(message.media),
  sendAt: message.sendAt,
  validityPeriod: message.validityPeriod,
})

/** When this author has used this key; null: not yet. */
export async function whenSent(
  author: Author,
  { idempotencyKey }: Identity
): Promise<Date | null> {
  if (!idempotencyKey) {
    return null
  }
  const earlier = await db.message.findFirst({
    where: { ...author, idempotencyKey },
    select: { createdAt: true },
  })
  return earlier?.createdAt ?? null
}

/**
 * The same send as it was written before: the retry of the same message, or what this author sent under the same key.
 *
 * @throws BAD_USER_INPUT: another message under the same key is a mistake, not a repetition
 */
export async function findEarlier(
  draft: Draft,
  author: Author,
  { idempotencyKey, retryOfId }: Identity
): Promise<Message> {
  const { media, ...earlier } = await db.message.findFirstOrThrow({
    where: retryOfId ? { retryOfId } : { ...author, idempotencyKey },
    include: { media: { orderBy: { position: 'asc' } } },
  })
  const isSame = isDeepStrictEqual(asked(draft), written({ ...earlier, media }))
  if (!retryOfId && !isSame) {
    throw badUserInput('This idempotency key was used for another message.')
  }
  return earlier
}
