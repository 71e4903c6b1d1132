import { v7 as uuid } from 'uuid'

import type { NewMessage } from 'src/lib/conversations/appendMessage'
import { inTransaction } from 'src/lib/database/inTransaction'
import { OptedOutError } from 'src/lib/errors'
import { publish } from 'src/lib/live/publish'

import type { Claim } from './claimMessage'
import {
  type Author,
  type EnqueuedMessage,
  type Identity,
  SEND,
} from './enqueueMessage'

/** What somebody wants to write into a Twilio conversation, checked. */
export interface ChatDraft {
  conversationId: string
  /** CH… */
  chatSid: string
  /** IS… */
  senderAddress: string
  body: string
  /** Who wrote it, as the others read it. */
  writtenBy: string
}

/** See `append_message` in the migrations. */
const REPEATED = 'HG001'
const OPTED_OUT = 'HG002'

const append = (
  message: NewMessage & { id: string },
  { conversationId, writtenBy }: ChatDraft
) =>
  inTransaction(async (tx) => {
    const [appended] = await tx.$queryRaw<
      { createdAt: Date; claimed: boolean }[]
    >`
      SELECT "createdAt", claimed FROM append_message(${JSON.stringify(message)}::jsonb)`
    // After that, as append_message does: whoever repeats a send hears what became of it.
    const [{ nobody }] = await tx.$queryRaw<{ nobody: boolean }[]>`
      SELECT is_chat_opted_out(${conversationId}::uuid) AS nobody`
    if (nobody) {
      throw new OptedOutError()
    }
    await tx.$executeRaw`
      UPDATE "Message" SET author = ${writtenBy} WHERE id = ${message.id}::uuid`
    return appended
  })

/**
 * Writes a message to a Twilio conversation, and the job that sends it, in one commit; who writes it has it claimed.
 *
 * @returns null where the same send was written before
 * @throws OPTED_OUT: all phones that take part have, from the addresses that they write to
 */
export async function enqueueChatMessage(
  draft: ChatDraft,
  author: Author,
  identity: Identity
): Promise<EnqueuedMessage | null> {
  const takenAt = performance.now()
  const { conversationId, chatSid, senderAddress, body, writtenBy } = draft
  const message = {
    id: uuid(),
    channel: 'CHAT' as const,
    from: senderAddress,
    to: chatSid,
    body,
  }
  try {
    const { createdAt, claimed } = await append(
      {
        ...message,
        contactAddress: chatSid,
        senderAddress,
        direction: 'OUTBOUND',
        status: 'PENDING',
        media: [],
        send: SEND,
        ...author,
        ...identity,
      },
      draft
    )
    publish(
      { kind: 'messageAdded', messageId: message.id, conversationId },
      { kind: 'conversationChanged', conversationId, isNew: false }
    )
    const claim: Claim = {
      message: {
        ...message,
        author: writtenBy,
        conversationId,
        createdAt,
        messagingServiceSid: null,
        sendAt: null,
        validityPeriod: null,
        media: [],
      },
      attempt: 1,
      takenAt,
      optedOut: false,
    }
    return { id: message.id, claim: claimed ? claim : null }
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (code === REPEATED) {
      return null
    }
    throw code === OPTED_OUT ? new OptedOutError() : error
  }
}
