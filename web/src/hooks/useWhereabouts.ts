import { useEffect } from 'react'

import { teller } from 'src/lib/presence/presence'

/** Lets the others know that one has this conversation on the screen. */
export function useWhereabouts(conversationId: string) {
  useEffect(() => teller.look(conversationId), [conversationId])
}
