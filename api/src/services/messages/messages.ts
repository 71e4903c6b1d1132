import type {
  Media as MediaRow,
  Message as MessageRow,
  StatusEvent as StatusEventRow,
} from '@prisma/client'
import type { MutationResolvers, QueryResolvers } from 'types/graphql'
import { validate as isUuid } from 'uuid'

import { author } from 'src/lib/auth'
import { callTimeline } from 'src/lib/calls/callTimeline'
import { missedBy, participantOf } from 'src/lib/chat/receipts'
import { isStorable } from 'src/lib/database/isStorable'
import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'
import type { Relations } from 'src/lib/graphql/relations'
import { errorMessage } from 'src/lib/messaging/errorCatalogue/errorCatalogue'
import {
  readChoice,
  readFormData,
  readLocation,
  readRepliedSid,
} from 'src/lib/messaging/received'
import { canRetry } from 'src/lib/messaging/retry'
import { statusAdvice } from 'src/lib/messaging/statusAdvice'
import { cancelMessage as cancel } from 'src/lib/outbound/cancelMessage'
import { retryMessage as retry } from 'src/lib/outbound/retryMessage'
import { sendMessage } from 'src/lib/outbound/sendMessage'
import { pageOfThread } from 'src/lib/thread/pageOfThread'
import { functionPath } from 'src/lib/twilio/callbackUrl'

export const message: QueryResolvers['message'] = ({ id }) =>
  isUuid(id) ? db.message.findUnique({ where: { id } }) : null

export const messageStatus: QueryResolvers['messageStatus'] = ({ sid }) =>
  isStorable(sid) ? db.message.findUnique({ where: { sid } }) : null

export const messages: QueryResolvers['messages'] = async ({
  conversationId,
  ...asked
}) => {
  const conversation = isUuid(conversationId)
    ? await db.conversation.findUnique({ where: { id: conversationId } })
    : null
  if (!conversation) {
    throw new NotFoundError('conversation')
  }
  return pageOfThread(conversationId, asked)
}

export const sendSms: MutationResolvers['sendSms'] = ({
  idempotencyKey,
  sendAt,
  ...input
}) =>
  sendMessage(
    { ...input, sendAt: sendAt ? new Date(sendAt) : null },
    author(),
    idempotencyKey
  )

/** A message, perhaps with what a page of a thread has read for all of its messages. */
type Read = MessageRow & { media?: MediaRow[]; retries?: MessageRow[] }

const relations = (id: string) => db.message.findUnique({ where: { id } })

export const retryMessage: MutationResolvers['retryMessage'] = ({ id }) =>
  retry(id, author())

export const cancelMessage: MutationResolvers['cancelMessage'] = ({ id }) =>
  cancel(id)

/** The message that one answers, where it is one of the same conversation: nothing else is quoted in it. */
const findReplied = async ({ params, conversationId }: MessageRow) => {
  const sid = readRepliedSid(params)
  const found =
    sid && isStorable(sid)
      ? await db.message.findUnique({ where: { sid } })
      : null
  return found?.conversationId === conversationId ? found : null
}

export const Message = {
  canRetry: (_args, { root }) => canRetry(root),
  conversation: (_args, { root }) => relations(root.id).conversation(),
  media: (_args, { root }) =>
    root.media ?? relations(root.id).media({ orderBy: { position: 'asc' } }),
  errorMessage: (_args, { root }) => statusAdvice(root),
  sentBy: (_args, { root }) =>
    root.sentById ? relations(root.id).sentBy() : null,
  retryOf: (_args, { root }) =>
    root.retryOfId ? relations(root.id).retryOf() : null,
  retries: (_args, { root }) =>
    root.retries ??
    relations(root.id).retries({ orderBy: { createdAt: 'asc' } }),
  timeline: (_args, { root }) =>
    root.channel === 'VOICE'
      ? callTimeline(root.sid)
      : relations(root.id).timeline({ orderBy: { position: 'asc' } }),
  location: (_args, { root }) => readLocation(root.params),
  choice: (_args, { root }) => readChoice(root.params),
  formData: (_args, { root }) => readFormData(root.params),
  repliedToSid: (_args, { root }) => readRepliedSid(root.params),
  repliedTo: (_args, { root }) => findReplied(root),
  call: (_args, { root }) =>
    root.channel === 'VOICE' ? relations(root.id).call() : null,
  missedBy: (_args, { root }) =>
    root.channel === 'CHAT' ? missedBy(root.id) : null,
} satisfies Relations<Read>

const fileOf = ({ id, fileId }: MediaRow) =>
  fileId ? db.media.findUnique({ where: { id } }).file() : null

export const Media = {
  message: (_args, { root }) =>
    db.media.findUnique({ where: { id: root.id } }).message(),
  name: async (_args, { root }) => (await fileOf(root))?.name,
  width: async (_args, { root }) => (await fileOf(root))?.width,
  height: async (_args, { root }) => (await fileOf(root))?.height,
  // Not where it was fetched from: that is between us and Twilio.
  url: (_args, { root }) =>
    root.fileId ? functionPath(`media/${root.id}`) : null,
  thumbnailUrl: (_args, { root }) =>
    root.thumbnailId ? functionPath(`media/${root.thumbnailId}`) : null,
} satisfies Relations<MediaRow>

export const StatusEvent = {
  id: (_args, { root }) => String(root.id),
  errorMessage: (_args, { root }) =>
    root.errorCode ? errorMessage(root.errorCode) : null,
  participant: (_args, { root }) => participantOf(root),
} satisfies Relations<StatusEventRow>
