import type { Conversation as ConversationRow, Prisma } from '@prisma/client'
import type { MutationResolvers, QueryResolvers } from 'types/graphql'
import { validate as isUuid } from 'uuid'

import { listSenders } from 'src/lib/channels/listSenders'
import { setConversation } from 'src/lib/conversations/setConversation'
import { db } from 'src/lib/db'
import type { Relations } from 'src/lib/graphql/relations'
import { countFailed } from 'src/lib/outbound/countFailed'
import { behind, pageInfo, toPage } from 'src/lib/paging/keyset'
import { pageSize } from 'src/lib/paging/pageSize'

const PAGE = 30

/** Who plays with STOP and START must not fill a screen. */
const LATEST_CONSENT = 200

export const conversation: QueryResolvers['conversation'] = ({ id }) =>
  isUuid(id) ? db.conversation.findUnique({ where: { id } }) : null

type Filter = NonNullable<
  Parameters<NonNullable<QueryResolvers['conversations']>>[0]['filter']
>

/** Prisma hands these on to LIKE, where they stand for anything. */
const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&')

const search = (text: string): Prisma.ContactWhereInput => {
  const digits = text.replace(/\D/g, '')
  return {
    OR: [
      { name: { contains: literally(text), mode: 'insensitive' } },
      ...(digits ? [{ address: { contains: digits } }] : []),
    ],
  }
}

/** What to search for; PostgreSQL can't look for a NUL. */
const soughtIn = ({ search }: Filter) => search?.replaceAll('\0', '').trim()

const matching = (filter: Filter): Prisma.ConversationWhereInput => ({
  status: filter.status ?? undefined,
  channel: filter.channel ?? undefined,
  ...(filter.unread != null && {
    unreadCount: filter.unread ? { gt: 0 } : 0,
  }),
  ...(filter.contactId != null && {
    contactId: isUuid(filter.contactId) ? filter.contactId : { in: [] },
  }),
  ...(soughtIn(filter) && { contact: search(soughtIn(filter) as string) }),
})

export const conversations: QueryResolvers['conversations'] = async ({
  filter,
  first,
  after: cursor,
}) => {
  const size = pageSize(first, PAGE)
  const where = {
    AND: [matching(filter ?? {}), behind('lastMessageAt', cursor)],
  }
  const rows = await db.conversation.findMany({
    where,
    orderBy: [{ lastMessageAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
  })
  const { edges, hasMore } = toPage(rows, size, ({ lastMessageAt, id }) => ({
    at: lastMessageAt,
    id,
  }))
  const more = { hasNextPage: hasMore, hasPreviousPage: !!cursor }
  return { edges, pageInfo: pageInfo(edges, more) }
}

export const inboxCounts: QueryResolvers['inboxCounts'] = async () => {
  const [unread, failed] = await Promise.all([
    db.conversation.count({
      where: { status: 'OPEN', unreadCount: { gt: 0 } },
    }),
    countFailed(),
  ])
  return { unread, failed }
}

export const senders: QueryResolvers['senders'] = () => listSenders()

export const markConversationRead: MutationResolvers['markConversationRead'] =
  ({ id }) => setConversation(id, { unreadCount: 0 })

export const markConversationUnread: MutationResolvers['markConversationUnread'] =
  ({ id }) => setConversation(id, { unreadCount: 1 })

export const archiveConversation: MutationResolvers['archiveConversation'] = ({
  id,
}) => setConversation(id, { status: 'ARCHIVED' })

export const reopenConversation: MutationResolvers['reopenConversation'] = ({
  id,
}) => setConversation(id, { status: 'OPEN' })

const relations = (id: string) => db.conversation.findUnique({ where: { id } })

export const Conversation = {
  contact: (_args, { root }) => relations(root.id).contact(),
  lastMessage: (_args, { root }) => relations(root.id).lastMessage(),
  consent: async (_args, { root }) => {
    const latest = await relations(root.id).consent({
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: LATEST_CONSENT,
    })
    return latest?.reverse()
  },
  assignee: (_args, { root }) =>
    root.assigneeId ? relations(root.id).assignee() : null,
  twilio: (_args, { root }) =>
    root.channel === 'CHAT' ? relations(root.id).twilio() : null,
} satisfies Relations<ConversationRow>
