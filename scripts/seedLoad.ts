import { Client } from 'pg'

import { readOptions } from './administration/options'
import { fillDatabase, LoadError } from './load/fillDatabase'

const USAGE =
  'Usage: yarn rw exec seedLoad [--messages 1000000] [--conversations 100000]'

const wholeNumber = (text: string) =>
  /^\d{1,8}$/.test(text) ? Number(text) : NaN

/** Fills the database with many conversations, to see how the inbox does at size. Never in production. */
export default async () => {
  const { messages = '1000000', conversations = '100000' } = readOptions(
    'seedLoad',
    ['messages', 'conversations']
  )
  const size = {
    messages: wholeNumber(messages),
    conversations: wholeNumber(conversations),
  }
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  try {
    if (process.env.NODE_ENV === 'production') {
      throw new LoadError('A database in production gets no invented messages.')
    }
    if (!(size.conversations > 1 && size.messages >= size.conversations)) {
      throw new LoadError(`Each conversation has a message.\n${USAGE}`)
    }
    await client.connect()
    await fillDatabase(client, size, (line) => console.log(line))
  } catch (error) {
    if (!(error instanceof LoadError)) {
      throw error
    }
    console.error(error.message)
    process.exitCode = 1
  } finally {
    await client.end()
  }
}
