import { config } from 'src/lib/config/config'

import { secondsUntilConfirm, secondsUntilRetry } from './backoff'

const HOURS = 36_000
const soonest = config.reconcileUnconfirmedSeconds

/** The latest that chance allows. */
const atMost = (wait: () => number) => {
  jest.spyOn(Math, 'random').mockReturnValue(1)
  return wait()
}

afterEach(() => jest.restoreAllMocks())

it('each attempt that did nothing is followed by a longer pause, up to five minutes', () => {
  const pauses = [1, 2, 3, 8, 9, 50].map((attempt) =>
    atMost(() => secondsUntilRetry(attempt))
  )
  expect(pauses).toEqual([3, 5, 9, 257, 301, 301])
})

it('so is each attempt whose outcome is unknown, before Twilio is asked', () => {
  const pauses = [1, 2, 3, 8, 9, 50].map((attempt) =>
    atMost(() => secondsUntilConfirm(attempt, HOURS) - soonest)
  )
  expect(pauses).toEqual([3, 5, 9, 257, 301, 301])
})

it('chance spreads what failed together over the whole pause', () => {
  jest.spyOn(Math, 'random').mockReturnValue(0)
  expect(secondsUntilConfirm(50, HOURS)).toEqual(soonest + 1)
})

it('the deadline is not waited past', () => {
  expect(atMost(() => secondsUntilConfirm(50, soonest + 20))).toEqual(
    soonest + 20
  )
  expect(atMost(() => secondsUntilConfirm(50, -5))).toEqual(soonest)
})
