import type { Message } from '@prisma/client'

import { createBatcher } from 'src/lib/batching/createBatcher'
import { promptQuery } from 'src/lib/database/promptQuery'
import { missedHere } from 'src/lib/live/missed'

/** Who listens can't be told of these, and nobody tells of them again: so they ask. */
const readAll = (ids: string[]) =>
  promptQuery<Message>(
    'live_messages',
    'SELECT * FROM "Message" WHERE id = ANY($1::uuid[])',
    [ids]
  ).catch((error: unknown) => {
    missedHere()
    throw error
  })

const read = createBatcher<string, Message | undefined>({
  name: 'live messages',
  handle: async (ids) => {
    const rows = await readAll(ids)
    const byId = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => byId.get(id))
  },
  isOneItemsFault: () => false,
  largest: 500,
  running: 2,
  // Each is an event that is held anyway.
  waiting: Infinity,
})

/**
 * A message as it is now, read with all others that are asked for at the same time. For what happens to each message:
 * through Prisma, which compiles a question for each, a live event cost twice as much processor time.
 *
 * @throws where there is none
 */
export async function readMessage(id: string): Promise<Message> {
  const message = await read(id)
  if (!message) {
    throw new Error(`There is no message ${id}`)
  }
  return message
}
