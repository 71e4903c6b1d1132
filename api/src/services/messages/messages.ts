import type {
  Message as MessageRow,
  StatusEvent as StatusEventRow,
} from '@prisma/client'
import type { MutationResolvers, QueryResolvers } from 'types/graphql'
import { validate as isUuid } from 'uuid'

import { author } from 'src/lib/auth'
import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'
import type { Relations } from 'src/lib/graphql/relations'
import { statusAdvice } from 'src/lib/messaging/statusAdvice'
import { sendMessage } from 'src/lib/outbound/sendMessage'
import { parseCursor, toCursor } from 'src/lib/paging/cursor'
import { pageSize } from 'src/lib/paging/pageSize'

const PAGE = 50

export const message: QueryResolvers['message'] = ({ id }) =>
  isUuid(id) ? db.message.findUnique({ where: { id } }) : null

export const messageStatus: QueryResolvers['messageStatus'] = ({ sid }) =>
  db.message.findUnique({ where: { sid } })

const before = (cursor: string | null | undefined) => {
  if (!cursor) {
    return {}
  }
  const { at, id } = parseCursor(cursor)
  return {
    OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }],
  }
}

const place = ({ createdAt, id }: MessageRow) => ({ at: createdAt, id })

export const messages: QueryResolvers['messages'] = async ({
  conversationId,
  last,
  before: cursor,
}) => {
  const conversation = isUuid(conversationId)
    ? await db.conversation.findUnique({ where: { id: conversationId } })
    : null
  if (!conversation) {
    throw new NotFoundError('conversation')
  }
  const size = pageSize(last, PAGE)
  // One more than the page has, to know whether there are older ones.
  const rows = await db.message.findMany({
    where: { conversationId, ...before(cursor) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
  })
  const edges = rows
    .slice(0, size)
    .reverse()
    .map((node) => ({ cursor: toCursor(place(node)), node }))
  return {
    edges,
    pageInfo: {
      hasPreviousPage: rows.length > size,
      hasNextPage: !!cursor,
      startCursor: edges.at(0)?.cursor,
      endCursor: edges.at(-1)?.cursor,
    },
  }
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

const relations = (id: string) => db.message.findUnique({ where: { id } })

export const Message = {
  conversation: (_args, { root }) => relations(root.id).conversation(),
  media: (_args, { root }) =>
    relations(root.id).media({ orderBy: { position: 'asc' } }),
  errorMessage: (_args, { root }) => statusAdvice(root),
  sentBy: (_args, { root }) =>
    root.sentById ? relations(root.id).sentBy() : null,
  retryOf: (_args, { root }) =>
    root.retryOfId ? relations(root.id).retryOf() : null,
  retries: (_args, { root }) =>
    relations(root.id).retries({ orderBy: { createdAt: 'asc' } }),
  timeline: (_args, { root }) =>
    relations(root.id).timeline({ orderBy: { position: 'asc' } }),
} satisfies Relations<MessageRow>

export const StatusEvent = {
  id: (_args, { root }) => String(root.id),
} satisfies Relations<StatusEventRow>
