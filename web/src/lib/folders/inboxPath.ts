import type { ChannelKind } from 'types/graphql'

import { routes } from '@redwoodjs/router'

export interface Place {
  folder: string
  conversationId?: string
  /** What is searched for. */
  q?: string
  channel?: ChannelKind
  /** One of our addresses. */
  sender?: string
  label?: string
  assignee?: string
  /** The message at which the thread opens. */
  message?: string
  /** Which pane lies over the thread where there is no room beside it. */
  pane?: 'contact'
}

/** The list of a place, without what is open beside it. */
export const listOf = (place: Place): Place => ({
  ...place,
  conversationId: undefined,
  message: undefined,
  pane: undefined,
})

/** The address of a place in the inbox: all that it shows is in it, so that links, Back and a reload work. */
export function inboxPath({ folder, conversationId, ...rest }: Place): string {
  const query = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value)
  )
  return conversationId
    ? routes.conversation({ folder, conversationId, ...query })
    : routes.inbox({ folder, ...query })
}
