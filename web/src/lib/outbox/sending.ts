import type { Attachment } from 'src/lib/attachments/attachment'

/** A message that was sent from this page, of which the server has not answered that it has it. */
export interface Sending {
  /** The idempotency key, under which it is asked for again and known when it is there. */
  key: string
  conversationId: string
  text: string
  attachments: readonly Attachment[]
  /** An ISO date; null is at once. */
  sendAt: string | null
  /** When it was sent, by this page's clock. */
  at: string
  /**
   * `waiting` for those before it, `sending`, `unanswered` while it is asked for again, or `stopped`: nobody asks any
   * more unless somebody wants it.
   */
  state: 'waiting' | 'sending' | 'unanswered' | 'stopped'
}
