import { useMemo, useSyncExternalStore } from 'react'

import { useOperator } from 'src/hooks/useOperator'
import { people } from 'src/lib/presence/people'

/** The colleagues who have a conversation on the screen. */
export function usePeople(conversationId: string) {
  const { operator } = useOperator()
  const all = useSyncExternalStore(people.subscribe, () =>
    people.in(conversationId)
  )
  return useMemo(
    () => all.filter(({ user }) => user.id !== operator?.id),
    [all, operator?.id]
  )
}
