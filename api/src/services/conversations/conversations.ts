import type { MutationResolvers, QueryResolvers } from 'types/graphql'
import { validate as isUuid } from 'uuid'

import { actor } from 'src/lib/auth'
import { listSenders } from 'src/lib/channels/listSenders'
import { assignConversation as assign } from 'src/lib/conversations/assignConversation'
import { findFirstUnread } from 'src/lib/conversations/findFirstUnread'
import { listConversations } from 'src/lib/conversations/listConversations'
import { markRead, markUnread } from 'src/lib/conversations/markConversation'
import type { ReadConversation } from 'src/lib/conversations/readBesides'
import { setStatus } from 'src/lib/conversations/setStatus'
import { snoozeConversation as snooze } from 'src/lib/conversations/snoozeConversation'
import { countFolders } from 'src/lib/counters/countFolders'
import { db } from 'src/lib/db'
import type { Relations } from 'src/lib/graphql/relations'
import { countFailed } from 'src/lib/outbound/countFailed'

/** Who plays with STOP and START must not fill a screen. */
const LATEST_CONSENT = 200

export const conversation: QueryResolvers['conversation'] = ({ id }) =>
  isUuid(id) ? db.conversation.findUnique({ where: { id } }) : null

export const conversations: QueryResolvers['conversations'] = (asked) =>
  listConversations(asked, actor().userId ?? null)

export const inboxCounts: QueryResolvers['inboxCounts'] = async () => {
  const [folders, failed] = await Promise.all([
    countFolders(actor().userId ?? null),
    countFailed(),
  ])
  return { ...folders, failed }
}

export const senders: QueryResolvers['senders'] = () => listSenders()

export const markConversationRead: MutationResolvers['markConversationRead'] =
  ({ id }) => markRead(id, actor())

export const markConversationUnread: MutationResolvers['markConversationUnread'] =
  ({ id }) => markUnread(id, actor())

export const archiveConversation: MutationResolvers['archiveConversation'] = ({
  id,
}) => setStatus(id, 'ARCHIVED', actor())

export const reopenConversation: MutationResolvers['reopenConversation'] = ({
  id,
}) => setStatus(id, 'OPEN', actor())

export const assignConversation: MutationResolvers['assignConversation'] = ({
  id,
  userId,
}) => assign(id, userId ?? null, actor())

export const snoozeConversation: MutationResolvers['snoozeConversation'] = ({
  id,
  until,
}) => snooze(id, new Date(until), actor())

const relations = (id: string) => db.conversation.findUnique({ where: { id } })

const findLabels = async (id: string) => {
  const found = await relations(id).labels({
    include: { label: true },
    orderBy: { label: { key: 'asc' } },
  })
  return found?.map(({ label }) => label)
}

export const Conversation = {
  contact: (_args, { root }) => root.contact ?? relations(root.id).contact(),
  lastMessage: (_args, { root }) =>
    root.lastMessage === undefined
      ? relations(root.id).lastMessage()
      : root.lastMessage,
  firstUnread: (_args, { root }) => findFirstUnread(root),
  labels: (_args, { root }) => root.labels ?? findLabels(root.id),
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
} satisfies Relations<ReadConversation>
