import { lazyLibrary } from 'src/lib/lazyLibrary'

/** What shows a conversation: the inbox stands without it, and one that is pointed at is waited for no longer. */
export const conversationLibrary = lazyLibrary(
  () => import('src/components/ConversationPanes/ConversationPanes')
)
