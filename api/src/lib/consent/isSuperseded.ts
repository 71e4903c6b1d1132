import { db } from 'src/lib/db'
import type { InboundMessage } from 'src/lib/inbound/parseInboundMessage'

/**
 * Whether a later word about consent was known than one that a contact wrote at `at` and that is heard only now.
 *
 * @param knownAt what was learned after it does not count: it was heard as late as this word
 */
export async function isSuperseded(
  { channel, from, to, messagingServiceSid }: InboundMessage,
  at: Date,
  knownAt: Date
): Promise<boolean> {
  const ours = [to, messagingServiceSid].filter((address) => address !== null)
  const later = await db.consentEvent.findFirst({
    where: {
      at: { gt: at, lt: knownAt },
      conversation: {
        channel,
        contact: { address: from },
        senderAddress: { in: ours },
      },
    },
    select: { id: true },
  })
  return later !== null
}
