import { retryTransient } from './retryTransient'

const DEADLOCK = Object.assign(new Error('deadlock detected'), {
  code: '40P01',
})
const SERIALIZATION = Object.assign(new Error('could not serialize'), {
  code: '40001',
})
const DUPLICATE = Object.assign(new Error('duplicate key'), { code: '23505' })

/** Work that fails in these ways, and then succeeds. */
const failing = (...errors: unknown[]) =>
  jest.fn(async () => {
    if (errors.length > 0) {
      throw errors.shift()
    }
    return 'done'
  })

it('does once what succeeds', async () => {
  const work = failing()
  expect(await retryTransient(work)).toEqual('done')
  expect(work).toHaveBeenCalledTimes(1)
})

it('does again what PostgreSQL chose as a victim', async () => {
  const work = failing(DEADLOCK, SERIALIZATION)
  expect(await retryTransient(work)).toEqual('done')
  expect(work).toHaveBeenCalledTimes(3)
})

it('gives up after five times', async () => {
  const work = failing(...Array(9).fill(DEADLOCK))
  await expect(retryTransient(work)).rejects.toBe(DEADLOCK)
  expect(work).toHaveBeenCalledTimes(5)
})

it('does not do again what would fail again', async () => {
  const work = failing(DUPLICATE)
  await expect(retryTransient(work)).rejects.toBe(DUPLICATE)
  expect(work).toHaveBeenCalledTimes(1)
})
