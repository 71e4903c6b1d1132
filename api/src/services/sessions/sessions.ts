import type { MutationResolvers } from 'types/graphql'

import { changePassword as change } from 'src/lib/access/passwords/changePassword'
import { endSessions } from 'src/lib/access/sessions/sessions'
import { person } from 'src/lib/auth'

export const changePassword: MutationResolvers['changePassword'] = ({
  current,
  next,
}) => {
  const userId = person()
  const { sessionId } = context.currentUser ?? {}
  return change({ userId, sessionId, current, next })
}

export const logOutEverywhere: MutationResolvers['logOutEverywhere'] = () =>
  endSessions(person())
