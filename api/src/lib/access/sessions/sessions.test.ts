import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, type Credentials, open } from 'test-support/graphql'
import { askAuth, logIn } from 'test-support/login'

import { createUser } from 'src/lib/access/createUser'
import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'

const EMAIL = 'maya@example.com'
const PASSWORD = 'correct horse battery'
const NEXT = 'an apple under the bridge'

const session = () => logIn(EMAIL, PASSWORD)

const isIn = async (credentials: Credentials) => {
  const { data } = await ask(credentials, '{ redwood { currentUser } }')
  return Boolean(data?.redwood)
}

beforeEach(async () => {
  await emptyDatabase()
  await createUser({ email: EMAIL, role: 'AGENT', password: PASSWORD })
})

it('a cookie is worthless once its login has logged out, and others are not', async () => {
  const [mine, other] = [await session(), await session()]
  await askAuth({ method: 'logout' }, { cookie: mine.cookie })
  expect([await isIn(mine), await isIn(other)]).toEqual([false, true])
})

it.each([
  ['was not used for three days', 'seenAt', 72],
  ['began two weeks ago', 'createdAt', 14 * 24],
])('a login that %s has ended', async (_what, column, hours) => {
  const credentials = await session()
  const makeOld = (by: number) =>
    pool.query(
      `UPDATE "Session" SET "${column}" = now() - make_interval(hours => $1)`,
      [by]
    )
  await makeOld(hours - 1)
  expect(await isIn(credentials)).toEqual(true)
  await makeOld(hours)
  expect(await isIn(credentials)).toEqual(false)
})

it('what is used lasts', async () => {
  const credentials = await session()
  await pool.query(
    `UPDATE "Session" SET "seenAt" = now() - interval '2 minutes'`
  )
  const before = await db.session.findFirstOrThrow()
  await isIn(credentials)
  const { seenAt } = await db.session.findFirstOrThrow()
  expect(seenAt.getTime()).toBeGreaterThan(before.seenAt.getTime())
})

it('ends everywhere, with the streams that are open', async () => {
  const [mine, other] = [await session(), await session()]
  const stream = await open(
    other,
    'subscription { inboxChanged { __typename } }'
  )
  const { data } = await ask(mine, 'mutation { logOutEverywhere }')
  expect(data.logOutEverywhere).toEqual(2)
  expect([await isIn(mine), await isIn(other)]).toEqual([false, false])
  await expect(stream.next()).rejects.toThrow()
})

describe('a change of the password', () => {
  const CHANGE = `mutation ($current: String!, $next: String!) {
    changePassword(current: $current, next: $next)
  }`

  it('holds from then on, and ends the other logins', async () => {
    const [mine, other] = [await session(), await session()]
    const { data } = await ask(mine, CHANGE, { current: PASSWORD, next: NEXT })
    expect(data.changePassword).toEqual(1)
    expect([await isIn(mine), await isIn(other)]).toEqual([true, false])
    await expect(session()).rejects.toThrow(/Wrong/)
    expect(await isIn(await logIn(EMAIL, NEXT))).toEqual(true)
  })

  it.each([
    ['the wrong present one', { current: 'not the password', next: NEXT }],
    ['a common one', { current: PASSWORD, next: 'password123' }],
    ['a short one', { current: PASSWORD, next: 'x7$kQ' }],
    ['the address', { current: PASSWORD, next: EMAIL }],
  ])('is refused with %s', async (_what, passwords) => {
    const mine = await session()
    expect(codeOf(await ask(mine, CHANGE, passwords))).toEqual('BAD_USER_INPUT')
    expect(await isIn(await session())).toEqual(true)
  })

  it('lets nobody guess the present one at an open page', async () => {
    const mine = await session()
    const guess = (current: string) =>
      ask(mine, CHANGE, { current, next: NEXT })
    for (let n = 0; n < 10; n++) {
      await guess(`guess ${n}`)
    }
    expect(codeOf(await guess(PASSWORD))).toEqual('RATE_LIMITED')
    // Whoever has the password gets in all the same.
    expect(await isIn(await session())).toEqual(true)
  })
})
