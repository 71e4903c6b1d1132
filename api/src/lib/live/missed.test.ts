import { firstOf } from 'test-support/firstOf'

import { pool } from 'src/lib/database/pool'

import { listen } from './listen'
import { missedHere, tellOfBrokenConnections } from './missed'

tellOfBrokenConnections()

/** What a connection is, whose work is under way. */
const cutOff = async (work: string) => {
  const begun = pool.query(work).catch((error: unknown) => error)
  for (;;) {
    const { rowCount } = await pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = $1',
      [work]
    )
    if (rowCount) {
      return begun
    }
  }
}

it('a connection that breaks in the middle of its work lets everybody ask: it may have been committed', async () => {
  const heard = firstOf(1, listen(['missed']))
  const error = await cutOff('SELECT pg_sleep(30)')
  expect(error).toMatchObject({ code: '57P01' })
  expect(await heard).toEqual([{ kind: 'missed' }])
})

it('where somebody has died, the listeners ask at once, and again when what was under way can be done', async () => {
  const heard = firstOf(2, listen(['missed']))
  missedHere()
  expect(await heard).toEqual([{ kind: 'missed' }, { kind: 'missed' }])
}, 20_000)

it('what PostgreSQL refuses was not committed', async () => {
  const timers = jest.spyOn(global, 'setTimeout')
  await expect(pool.query('SELECT 1 / 0')).rejects.toThrow('division by zero')
  expect(timers).not.toHaveBeenCalledWith(expect.any(Function), 100)
})
