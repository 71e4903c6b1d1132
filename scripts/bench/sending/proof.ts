import type { Client } from 'pg'

import type { BenchSimulator } from '../servers/simulator'

/** Forgets what was sent, here and at Twilio. */
export async function forget(client: Client, simulator: BenchSimulator) {
  await client.query(
    'TRUNCATE "Contact", "Conversation", "Message", "StatusEvent", "Media" RESTART IDENTITY CASCADE; CHECKPOINT'
  )
  await simulator.reset()
}

/** How many of `amount` messages were not accepted exactly once, or are not known by the SID that Twilio gave. */
export async function countInexact(
  client: Client,
  simulator: BenchSimulator,
  amount: number
): Promise<number> {
  const { rows } = await client.query<{ sid: string | null }>(
    'SELECT sid FROM "Message"'
  )
  const known = new Set(rows.map(({ sid }) => sid))
  const accepted = await simulator.acceptedSids()
  const strangers = accepted.filter((sid) => !known.has(sid)).length
  return (
    Math.abs(accepted.length - amount) +
    Math.abs(rows.length - amount) +
    strangers
  )
}

/**
 * Writes a message and its job as a process would that dies before it calls Twilio.
 *
 * @returns milliseconds from the commit's moment to the claim, both by the database's clock
 */
export async function pickUp(
  client: Client,
  { to, from, body }: { to: string; from: string; body: string }
): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    `WITH contact AS (
       INSERT INTO "Contact" (id, address) VALUES (gen_random_uuid(), $1) RETURNING id
     ), conversation AS (
       INSERT INTO "Conversation" (id, "contactId", channel, "senderAddress")
       SELECT gen_random_uuid(), id, 'SMS', $2 FROM contact RETURNING id
     ), message AS (
       INSERT INTO "Message" (id, "conversationId", direction, channel, "from", "to", body, status, "createdAt")
       SELECT gen_random_uuid(), id, 'OUTBOUND', 'SMS', $2, $1, $3, 'PENDING', clock_timestamp() FROM conversation
       RETURNING id
     )
     SELECT id, graphile_worker.add_job('sendMessage', json_build_object('messageId', id), job_key => 'sendMessage:' || id)
     FROM message`,
    [to, from, body]
  )
  for (;;) {
    const claimed = await client.query<{ ms: number | null }>(
      `SELECT (extract(epoch FROM "attemptedAt" - "createdAt") * 1000)::float AS ms FROM "Message" WHERE id = $1`,
      [rows[0].id]
    )
    if (claimed.rows[0].ms !== null) {
      return claimed.rows[0].ms
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
