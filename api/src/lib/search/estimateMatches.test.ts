import { writeConversations } from 'test-support/conversations'
import { emptyDatabase } from 'test-support/emptyDatabase'

import { pool } from 'src/lib/database/pool'
import { sqlOver } from 'src/lib/database/sql'

import { estimateMatches } from './estimateMatches'
import { parseSearch } from './parseSearch'
import { type PreparedSearch, prepareSearch } from './prepareSearch'

beforeEach(emptyDatabase)

const tx = sqlOver(pool)

const estimate = async (text: string) => {
  const search = await prepareSearch(tx, parseSearch(text))
  return estimateMatches(tx, search as PreparedSearch)
}

it('PostgreSQL’s thoughts about how frequent a word is are asked for', async () => {
  await writeConversations(Array.from({ length: 200 }, () => 'a parcel'))
  await pool.query('ANALYZE "MessageWords"')
  expect(await estimate('parcel ')).toBeGreaterThan(150)
  expect(await estimate('letter ')).toBeLessThan(50)
})

it('of the beginning of a word, PostgreSQL’s thoughts are multiplied, but not of a word that was typed to its end', async () => {
  // It thinks of beginnings where it knows more than a hundred words.
  const besides = (n: number) => `word${n % 120}`
  await writeConversations(
    Array.from({ length: 240 }, (_, n) =>
      n < 40 ? `parcel ${besides(n)}` : besides(n)
    )
  )
  await pool.query('ANALYZE "MessageWords"')
  expect(await estimate('parcel ')).toBe(40)
  expect(await estimate('parcel')).toBeLessThan(50)
  expect(await estimate('parc')).toBeGreaterThan(100)
})
