import { isValueError } from './isValueError'
import { pool } from './pool'

const refusal = (sql: string, values: unknown[]) =>
  pool.query(sql, values).then(
    () => null,
    (error: unknown) => error
  )

describe('PostgreSQL refuses a statement for what it contains', () => {
  const random = Array.from({ length: 20_000 }, () =>
    Math.random().toString(36)
  ).join('')

  it.each<[string, string, unknown[]]>([
    ['no number', 'SELECT $1::int', ['many']],
    ['a number that is too large', 'SELECT $1::int', ['99999999999']],
    ['a NUL byte', 'SELECT $1::text', ['\0']],
    ['half a surrogate pair', `SELECT '"\\ud800"'::jsonb`, []],
    [
      'no row to refer to',
      `INSERT INTO "Media" (id, "messageId", position, url) VALUES (gen_random_uuid(), gen_random_uuid(), 0, '')`,
      [],
    ],
    [
      'more than an index holds',
      `INSERT INTO "StatusEvent" (sid, status, source, disposition) VALUES ($1, '', 'API', 'PARKED')`,
      [random],
    ],
  ])('%s', async (_what, sql, values) => {
    expect(isValueError(await refusal(sql, values))).toEqual(true)
  })
})

describe('it is nobody’s fault', () => {
  it('when the statement was canceled', async () => {
    const canceled = await refusal(
      `DO $$ BEGIN RAISE SQLSTATE '57014'; END $$`,
      []
    )
    expect(canceled).not.toBeNull()
    expect(isValueError(canceled)).toEqual(false)
  })

  it.each(['40P01', '53300', '57P01', '08006', 'ECONNREFUSED', undefined])(
    'when it says %s',
    (code) => {
      expect(isValueError(Object.assign(new Error(), { code }))).toEqual(false)
    }
  )
})

afterAll(() => pool.end())
