import { dayAndTime } from 'src/lib/time/time'

import { describeDelivery } from './describeDelivery'

const NEXT = '2026-03-03T10:05:00.000Z'
const tried = {
  status: 'PENDING' as const,
  attempts: 1,
  nextAttemptAt: NEXT,
  error: 'It answered 500.',
  responseStatus: 500,
}

it.each([
  [{ status: 'DELIVERED' as const, responseStatus: 204 }, 'Answered 204'],
  [{ status: 'FAILED' as const }, 'Given up. It answered 500.'],
  [{ attempts: 0, error: null }, 'About to be sent'],
  [{}, `It answered 500. Next attempt: ${dayAndTime(NEXT)}`],
])('%j is "%s"', (change, words) => {
  expect(describeDelivery({ ...tried, ...change })).toEqual(words)
})
