import { routes } from '@redwoodjs/router'

export interface Place {
  folder: string
  conversationId?: string
  q?: string
  /** Which pane lies over the thread where there is no room beside it. */
  pane?: 'contact'
}

/** The address of a place in the inbox: folder, conversation and search are all in it, so that links and Back work. */
export function inboxPath({ folder, conversationId, q, pane }: Place): string {
  const query = { ...(q && { q }), ...(pane && { pane }) }
  return conversationId
    ? routes.conversation({ folder, conversationId, ...query })
    : routes.inbox({ folder, ...query })
}
