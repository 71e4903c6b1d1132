import { createContext, useContext } from 'react'

import type { Sending } from 'src/lib/outbox/sending'

interface ThreadPlace {
  /** Brings a message of this conversation into view, wherever in it that is. */
  goTo: (messageId: string) => void
  /** Shows a picture large, among all of the thread. */
  showPicture: (mediaId: string) => void
  /** The address of a message. */
  linkTo: (messageId: string) => string
  /** Asks the server once more for what may or may not have arrived. */
  sendAgain: (sending: Sending) => void
}

/** What a message may ask of the thread that it stands in. */
export const ThreadContext = createContext<ThreadPlace>({
  goTo: () => {},
  showPicture: () => {},
  linkTo: () => '',
  sendAgain: () => {},
})

export const useThread = () => useContext(ThreadContext)
