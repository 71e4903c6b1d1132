import type { TestContext } from 'node:test'

import type { Client } from 'pg'

import { connect, layOutMessages } from '../../bench/database'

export interface CrashDatabase {
  url: string
  /** A connection of the test's own. */
  client: Client
}

async function prepare(given: string | undefined): Promise<string> {
  // ES modules, which a CommonJS one can't require.
  const [{ buildApi }, { prepareEnv }, { prepareTestDatabase }] =
    await Promise.all([
      import('../../bootstrap/apiBuild.mjs'),
      import('../../bootstrap/env.mjs'),
      import('../../bootstrap/testDatabase.mjs'),
    ])
  prepareEnv()
  await buildApi()
  return prepareTestDatabase('heliograph_crash', given)
}

let embedded: Promise<string> | undefined

/**
 * A database with `messages` messages in it and nothing else, and a build of the API that fits it.
 *
 * @param given the URL of an empty one in another server; left out, it is one in the embedded server, which the tests
 *   have one after the other
 */
export async function prepareDatabase(
  t: TestContext,
  messages: number,
  given?: string
): Promise<CrashDatabase> {
  const url = await (given ? prepare(given) : (embedded ??= prepare(undefined)))
  const client = await connect(url)
  t.after(() => client.end())
  await layOutMessages(client, messages)
  return { url, client }
}
