import { emptyDatabase } from 'test-support/emptyDatabase'
import { askAuth, logIn } from 'test-support/login'

import { createUser } from 'src/lib/access/createUser'
import { db } from 'src/lib/db'

import { auditedOnConsole } from './onConsole'
import { entriesWritten } from './writeBehind'

const PASSWORD = 'a lantern over the harbour'
const EMAIL = 'ada@example.com'

beforeAll(async () => {
  await emptyDatabase()
  await createUser({
    email: EMAIL,
    role: 'ADMIN',
    name: 'Ada',
    password: PASSWORD,
  })
})

beforeEach(async () => {
  await db.auditEntry.deleteMany()
  await db.rateLimit.deleteMany()
})

const entries = async () => {
  await entriesWritten()
  return db.auditEntry.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })
}

const fail = (username: string, address: string) =>
  askAuth({ method: 'login', username, password: 'wrong' }, { address })

it('tells who logged in and out, and from where', async () => {
  const { cookie } = await logIn(EMAIL, PASSWORD, { address: '198.51.100.7' })
  await askAuth({ method: 'logout' }, { cookie, address: '198.51.100.7' })
  const { id } = await db.user.findUniqueOrThrow({ where: { email: EMAIL } })
  const [login] = await entries()
  expect(login.sessionId).not.toBeNull()
  const same = {
    group: 'ACCESS',
    outcome: 'DONE',
    actorId: id,
    actorName: 'Ada',
    actorEmail: EMAIL,
    sessionId: login.sessionId,
    address: '198.51.100.7',
  }
  expect(await entries()).toMatchObject([
    { ...same, action: 'logIn' },
    { ...same, action: 'logOut' },
  ])
})

it('tells once of whoever fails at an account, and of each network', async () => {
  await fail(EMAIL, '198.51.100.7')
  await fail(EMAIL, '198.51.100.7')
  await fail(EMAIL, '203.0.113.9')
  expect(await entries()).toMatchObject(
    ['198.51.100.7', '203.0.113.9'].map((address) => ({
      action: 'logInFailed',
      outcome: 'REFUSED',
      actorKind: 'NOBODY',
      subjectName: 'Ada',
      address,
    }))
  )
})

it('keeps nothing of a name that is none: it may be a password', async () => {
  await fail('lantern over the harbour', '198.51.100.7')
  await fail('somebody@example.com', '198.51.100.7')
  const found = await entries()
  expect(found).toMatchObject([{ action: 'logInFailed', subjectType: null }])
  expect(JSON.stringify(found)).not.toMatch(/lantern|somebody/)
})

it('tells that too many were tried', async () => {
  await fail(EMAIL, '198.51.100.7')
  await db.rateLimit.updateMany({ data: { points: 1000 } })
  await fail(EMAIL, '198.51.100.7')
  await fail(EMAIL, '198.51.100.7')
  expect(await entries()).toMatchObject([
    { action: 'logInFailed' },
    { action: 'logInThrottled', subjectName: 'Ada' },
  ])
})

it('tells what was typed on the console, and by whom', async () => {
  await auditedOnConsole(
    { action: 'createUser', subject: { type: 'User', name: 'Ben' } },
    async () => {},
    async () => ({ subject: { type: 'User', id: 'b', name: 'Ben' } })
  )
  const [, done] = await entries()
  expect(done).toMatchObject({
    action: 'createUser',
    actorKind: 'CONSOLE',
    actorName: expect.stringMatching(/./),
    subjectId: 'b',
    outcome: 'DONE',
  })
})
