import type { Transaction } from 'src/lib/db'

import type { InboundMessage } from './parseInboundMessage'

/**
 * Which of our addresses an inbound message belongs to. A number of a Messaging Service's pool is written from as the
 * number or as the service: the answer goes where the two last spoke, and to the number where they never did.
 */
export async function chooseSenderAddress(
  tx: Transaction,
  { channel, from, to, messagingServiceSid }: InboundMessage
): Promise<string> {
  if (!messagingServiceSid) {
    return to
  }
  const latest = await tx.conversation.findFirst({
    where: {
      channel,
      contact: { address: from },
      senderAddress: { in: [to, messagingServiceSid] },
    },
    orderBy: { lastMessageAt: 'desc' },
    select: { senderAddress: true },
  })
  return latest?.senderAddress ?? to
}
