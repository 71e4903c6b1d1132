import { inTransaction } from './inTransaction'
import { pool } from './pool'
import { promptQuery } from './promptQuery'
import { sql, type Transaction } from './sql'

beforeEach(() => pool.query('CREATE TABLE migrated (id int)'))
afterEach(() => pool.query('DROP TABLE migrated'))

/** As many connections as there are each have prepared it. */
const onAll = (work: () => Promise<unknown>) =>
  Promise.all(Array.from({ length: 20 }, work))

const read = async (tx: Transaction) =>
  await tx.$queryRaw<object[]>`SELECT *, pg_sleep(0.02) AS slept FROM migrated`

it('a table that gets a column while we run stops no statement that was prepared before', async () => {
  await sql.$executeRaw`INSERT INTO migrated VALUES (${7}::int)`
  await onAll(() => read(sql))
  await pool.query("ALTER TABLE migrated ADD COLUMN word text DEFAULT 'new'")
  await onAll(async () =>
    expect(await read(sql)).toEqual([{ id: 7, word: 'new', slept: '' }])
  )
})

it('nor one that has a name', async () => {
  const readNamed = () =>
    promptQuery('migrated', 'SELECT *, pg_sleep(0.02) FROM migrated', [])
  await onAll(readNamed)
  await pool.query('ALTER TABLE migrated ADD COLUMN word text')
  await onAll(async () => expect(await readNamed()).toEqual([]))
})

it('nor a transaction, which begins anew', async () => {
  await onAll(() => inTransaction(read))
  await pool.query("ALTER TABLE migrated ADD COLUMN word text DEFAULT 'new'")
  await onAll(() =>
    inTransaction(async (tx) => {
      const added =
        await tx.$executeRaw`INSERT INTO migrated VALUES (${1}::int)`
      expect(added).toBe(1)
      await read(tx)
    })
  )
  const { rows } = await pool.query('SELECT count(*)::int AS n FROM migrated')
  expect(rows).toEqual([{ n: 20 }])
})
