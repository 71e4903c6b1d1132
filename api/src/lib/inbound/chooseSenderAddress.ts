import { createBatcher } from 'src/lib/batching/createBatcher'
import { isValueError } from 'src/lib/database/isValueError'
import { promptQuery } from 'src/lib/database/promptQuery'

import type { InboundMessage } from './parseInboundMessage'

type Asked = Pick<
  InboundMessage,
  'channel' | 'from' | 'to' | 'messagingServiceSid'
>

/** What comes at the same time is asked at once: many that wait for a connection each wait too long. */
const whereTheyLastSpoke = createBatcher<Asked, string | null>({
  name: 'whereTheyLastSpoke',
  handle: async (asked) => {
    const rows = await promptQuery<{ address: string | null }>(
      'where_they_last_spoke',
      `SELECT (
        SELECT "senderAddress" FROM "Conversation" c JOIN "Contact" ON "Contact".id = c."contactId"
        WHERE address = m ->> 'from' AND channel = (m ->> 'channel')::"ChannelKind"
          AND "senderAddress" IN (m ->> 'to', m ->> 'messagingServiceSid')
        ORDER BY "lastMessageAt" DESC LIMIT 1
      ) AS address
      FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS asked (m, ord) ORDER BY ord`,
      [JSON.stringify(asked)]
    )
    return rows.map(({ address }) => address)
  },
  isOneItemsFault: isValueError,
  largest: 100,
  running: 2,
  waiting: 2_000,
})

/**
 * Which of our addresses an inbound message belongs to. A number of a Messaging Service's pool is written from as the
 * number or as the service: the answer goes where the two last spoke, and to the number where they never did.
 *
 * @throws OverloadedError, or the database's error
 */
export async function chooseSenderAddress({
  channel,
  from,
  to,
  messagingServiceSid,
}: InboundMessage): Promise<string> {
  if (!messagingServiceSid) {
    return to
  }
  const asked = { channel, from, to, messagingServiceSid }
  return (await whereTheyLastSpoke(asked)) ?? to
}
