import { emptyDatabase } from 'test-support/emptyDatabase'
import { askAuth, logIn } from 'test-support/login'

import { createUser } from 'src/lib/access/createUser'
import { pool } from 'src/lib/database/pool'

import { networkOf } from './networkOf'

const MAYA = 'maya@example.com'
const PASSWORD = 'correct horse battery'
const OFFICE = '192.0.2.1'
const ELSEWHERE = '198.51.100.7'

beforeEach(async () => {
  await emptyDatabase()
  await createUser({ email: MAYA, role: 'AGENT', password: PASSWORD })
})

const guess = (username: string, address: string, password = 'no such word') =>
  askAuth({ method: 'login', username, password }, { address })

/** As after so many failures, which would take their time. */
const countFailures = (key: string, points: number) =>
  pool.query(`UPDATE "RateLimit" SET points = $2 WHERE key LIKE $1 || ':%'`, [
    key,
    points,
  ])

it('a list of passwords is refused after ten, with the time to wait, also all at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 14 }, () => guess(MAYA, ELSEWHERE))
  )
  const refused = answers.filter(({ statusCode }) => statusCode === 429)
  expect(refused).toHaveLength(4)
  expect(JSON.parse(refused[0].body).error).toMatch(/Too many attempts/)
  expect(Number(refused[0].headers?.['retry-after'])).toBeGreaterThan(800)
  const right = await guess(MAYA, ELSEWHERE, PASSWORD)
  expect(right.statusCode).toEqual(429)
})

it('who guesses locks nobody out who is elsewhere', async () => {
  await guess(MAYA, ELSEWHERE)
  await countFailures('login', 10)
  expect((await guess(MAYA, ELSEWHERE)).statusCode).toEqual(429)
  await logIn(MAYA, PASSWORD, { address: OFFICE })
})

it('who guesses from everywhere is refused, and not who has been logged in from there', async () => {
  await logIn(MAYA, PASSWORD, { address: OFFICE })
  await guess(MAYA, ELSEWHERE)
  await countFailures('loginAccount', 50)
  expect((await guess(MAYA, '203.0.113.9', PASSWORD)).statusCode).toEqual(429)
  await logIn(MAYA, PASSWORD, { address: OFFICE })
})

it('nor one who has logged out there since', async () => {
  const { cookie } = await logIn(MAYA, PASSWORD, { address: OFFICE })
  await askAuth({ method: 'logout' }, { cookie })
  await guess(MAYA, ELSEWHERE)
  await countFailures('loginAccount', 50)
  await logIn(MAYA, PASSWORD, { address: OFFICE })
})

it('who goes on guessing at one account uses up nothing of what the others in the office have', async () => {
  await createUser({
    email: 'bob@example.com',
    role: 'AGENT',
    password: PASSWORD,
  })
  await guess(MAYA, OFFICE)
  await countFailures('login', 10)
  await countFailures('loginAddress', 99)
  const answers = await Promise.all(
    Array.from({ length: 3 }, () => guess(MAYA, OFFICE))
  )
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([429, 429, 429])
  await logIn('bob@example.com', PASSWORD, { address: OFFICE })
  // Who has been there is let in whatever the others do.
  await countFailures('loginAddress', 100)
  await logIn('bob@example.com', PASSWORD, { address: OFFICE })
})

it('who tries many accounts from one place is refused there', async () => {
  await guess('somebody@example.com', ELSEWHERE)
  await countFailures('loginAddress', 100)
  expect((await guess(MAYA, ELSEWHERE, PASSWORD)).statusCode).toEqual(429)
  await logIn(MAYA, PASSWORD, { address: OFFICE })
})

it('a login that succeeds is not counted', async () => {
  for (let n = 0; n < 12; n++) {
    await logIn(MAYA, PASSWORD, { address: OFFICE })
  }
})

it('there is the same answer for somebody who is not there, also when it is too often', async () => {
  const answersOf = async (email: string) => {
    await guess(email, ELSEWHERE)
    await countFailures('login', 9)
    const answers = [await guess(email, ELSEWHERE), await guess(email, OFFICE)]
    answers.push(await guess(email, ELSEWHERE))
    return answers.map(({ statusCode, body }) => [statusCode, body])
  }
  expect(await answersOf(MAYA)).toEqual(await answersOf('nobody@example.com'))
})

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::', 'fe80:0:0:0'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toEqual(network)
})
