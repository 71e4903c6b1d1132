import type { Client } from 'pg'

import * as statements from './statements'
import { createTexts } from './texts'
import { withoutIndexes } from './withoutIndexes'

export interface LoadSize {
  messages: number
  conversations: number
}

/** What keeps a load from being written, for who wants it. */
export class LoadError extends Error {}

const SENDERS = ['+15005550006', '+15005550010', '+15005550011']

/** The conversation that everything else is held against; of a small load, it is a twentieth. */
const LONGEST_CONVERSATION = 50_000

const BATCH = 20_000

/** Whether a load was written into this database. */
export const isLoaded = async (client: Client) => {
  const { rows } = await client.query(
    `SELECT EXISTS (SELECT FROM "Message" WHERE sid = 'SM' || md5('load 1')) AS loaded`
  )
  return rows[0].loaded
}

const writeMessages = async (
  client: Client,
  { messages, conversations }: LoadSize,
  report: (line: string) => void
) => {
  const text = createTexts(messages)
  const longest = Math.min(LONGEST_CONVERSATION, Math.floor(messages / 20))
  for (let written = 0; written < messages; written += BATCH) {
    const length = Math.min(BATCH, messages - written)
    const texts = Array.from({ length }, text)
    await client.query(statements.MESSAGES, [
      ...[texts, written, messages, conversations, longest],
    ])
    if ((written + length) % (5 * BATCH) === 0) {
      report(`${(written + length).toLocaleString('en-US')} messages`)
    }
  }
}

/**
 * Writes a load: contacts, conversations with one to fifty thousand messages, in all folders, with operators and labels.
 *
 * @throws LoadError where there is one already
 */
export async function fillDatabase(
  client: Client,
  size: LoadSize,
  report: (line: string) => void
) {
  if (await isLoaded(client)) {
    throw new LoadError('There is a load in this database already.')
  }
  await client.query('BEGIN')
  // All of it or nothing, so nobody waits for the disk in between.
  await client.query(statements.FUNCTIONS)
  await client.query(statements.OPERATORS)
  await client.query(statements.LABELS)
  await client.query(statements.CONTACTS, [size.conversations])
  await client.query(statements.CONVERSATIONS, [size.conversations, SENDERS])
  await client.query(statements.NUMBERS, [size.conversations])
  await client.query('ANALYZE load_conversation')
  await withoutIndexes(
    client,
    () => writeMessages(client, size, report),
    report
  )
  report('What the conversations show of them …')
  // The triggers' plans are made for what is there now.
  await client.query('ANALYZE')
  await client.query(statements.LAST_MESSAGES)
  // So many entries in one transaction are noted in one setting, which grows with each.
  await client.query(
    'ALTER TABLE "ConversationLabel" DISABLE TRIGGER tell_of_label'
  )
  await client.query(statements.LABELED)
  await client.query(
    'ALTER TABLE "ConversationLabel" ENABLE TRIGGER tell_of_label'
  )
  await client.query('SELECT fold_inbox_counters()')
  await client.query('COMMIT')
  await client.query('VACUUM ANALYZE')
}
