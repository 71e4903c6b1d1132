import type { scrypt } from 'node:crypto'

import { emptyDatabase } from 'test-support/emptyDatabase'
import { askAuth } from 'test-support/login'

/** What scrypt was asked for, and what answers it. */
const mockAsked: [password: string, answer: () => void][] = []

jest.mock('node:crypto', () => ({
  ...jest.requireActual('node:crypto'),
  scrypt: ((password: string, _salt, _bytes, _options, done) => {
    mockAsked.push([password, () => done(null, Buffer.alloc(32))])
  }) as typeof scrypt,
}))

const guess = (n: number, password = 'no such word') =>
  askAuth(
    { method: 'login', username: `user${n}@example.com`, password },
    { address: '198.51.100.7' }
  )

const answerAll = (until: () => boolean) =>
  new Promise<number>((resolve) => {
    let most = 0
    const round = () => {
      most = Math.max(most, mockAsked.length)
      mockAsked.splice(0).forEach(([, answer]) => answer())
      if (until()) {
        resolve(most)
      } else {
        setImmediate(round)
      }
    }
    round()
  })

beforeAll(async () => {
  await emptyDatabase()
  // What is compared with where there is nobody is made once.
  while (mockAsked.length === 0) {
    await new Promise(setImmediate)
  }
  await answerAll(() => true)
})

it('is done two at a time; who comes by the hundred is told to come again, soon', async () => {
  const statuses: number[] = []
  const answers = Promise.all(
    Array.from({ length: 70 }, async (_, n) => {
      const { statusCode, headers } = await guess(n)
      statuses.push(statusCode)
      return { statusCode, wait: headers?.['retry-after'] }
    })
  )
  // No password is looked at before all of them are there.
  while (statuses.length < 15) {
    await new Promise(setImmediate)
  }
  const most = await answerAll(() => statuses.length === 70)
  expect(most).toEqual(2)
  const busy = (await answers).filter(({ statusCode }) => statusCode === 503)
  expect(busy.length).toBeGreaterThanOrEqual(15)
  expect(busy.length).toBeLessThanOrEqual(20)
  expect(busy[0].wait).toEqual('10')
})

it('takes no longer for a password of a megabyte', async () => {
  let isOver = false
  const asked: string[] = []
  const answer = guess(100, 'x'.repeat(1_000_000)).finally(() => {
    isOver = true
  })
  while (!isOver) {
    await new Promise(setImmediate)
    mockAsked.splice(0).forEach(([password, done]) => {
      asked.push(password)
      done()
    })
  }
  expect((await answer).statusCode).toEqual(400)
  expect(asked).toHaveLength(1)
  expect(asked[0].length).toBeLessThanOrEqual(128)
})
