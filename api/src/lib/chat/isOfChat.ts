import { db } from 'src/lib/db'

/** Twilio's dates have whole seconds, and a participant may write in the second in which it joins. */
const MARGIN_MS = 1_000

/**
 * Whether an SMS in Twilio's list is what a participant wrote into a Twilio conversation. It is in that conversation,
 * under another SID, and no message of its own.
 */
export async function isOfChat({
  from,
  to,
  dateCreated,
}: {
  from: string
  to: string
  dateCreated: Date
}): Promise<boolean> {
  const at = dateCreated.getTime()
  const participant = await db.participant.findFirst({
    where: {
      address: from.replace(/^whatsapp:/, ''),
      proxyAddress: to.replace(/^whatsapp:/, ''),
      createdAt: { lte: new Date(at + MARGIN_MS) },
      OR: [{ removedAt: null }, { removedAt: { gte: new Date(at) } }],
    },
  })
  return !!participant
}
