import type { MutationResolvers, QueryResolvers } from 'types/graphql'
import { validate as isUuid } from 'uuid'

import { type CurrentUser, hasRole } from 'src/lib/auth'
import { findPeople } from 'src/lib/live/presence/findPeople'
import { whereSomebodyIs } from 'src/lib/live/presence/presence'
import { publishPresence } from 'src/lib/live/publish'

/** The page's own names of tabs have 32 characters. */
const LONGEST_TAB = 64

export const presence: QueryResolvers['presence'] = ({ conversationId }) =>
  findPeople(conversationId)

export const presences: QueryResolvers['presences'] = () =>
  Promise.all(
    whereSomebodyIs().map(async (conversationId) => ({
      conversationId,
      people: await findPeople(conversationId),
    }))
  )

export const setPresence: MutationResolvers['setPresence'] = ({
  conversationId,
  isTyping,
  tab,
}) => {
  const { id, kind, sessionId } = context.currentUser as CurrentUser
  if (kind !== 'user' || (conversationId && !isUuid(conversationId))) {
    return false
  }
  publishPresence({
    userId: id,
    tab: (tab ?? '').slice(0, LONGEST_TAB),
    login: sessionId,
    conversationId: conversationId ?? null,
    // Who may not write types nothing that anybody gets.
    isTyping: isTyping && hasRole(['ADMIN', 'AGENT']),
  })
  return true
}
