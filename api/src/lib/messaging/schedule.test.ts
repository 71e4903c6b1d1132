import { isTooNearForTwilio, wrongSendAt } from './schedule'

const NOW = new Date('2026-11-20T12:00:00Z')

const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000)

const DAY = 86_400

describe('a time to send at that Twilio keeps', () => {
  const wrong = (seconds: number) => wrongSendAt(inSeconds(seconds), true, NOW)

  it.each([301, 3_600, 35 * DAY])('may be %i seconds ahead', (seconds) =>
    expect(wrong(seconds)).toBeNull()
  )

  it.each([1, 299, 300, 35 * DAY + 1, 366 * DAY])(
    'may not be %i seconds ahead',
    (seconds) => expect(wrong(seconds)).toMatch(/5 minutes to 35 days/)
  )

  it.each([0, -1, -DAY])(
    'may not be %i seconds ahead: it has passed',
    (seconds) => expect(wrong(seconds)).toMatch(/passed/)
  )
})

describe('a time to send at that we keep', () => {
  const wrong = (seconds: number) => wrongSendAt(inSeconds(seconds), false, NOW)

  it.each([0.001, 1, 300, 35 * DAY + 1, 366 * DAY])(
    'may be %d seconds ahead',
    (seconds) => expect(wrong(seconds)).toBeNull()
  )

  it.each([366 * DAY + 1, 1_000_000 * DAY])(
    'may not be %d seconds ahead',
    (seconds) => expect(wrong(seconds)).toMatch(/a year/)
  )

  it('may not be one that is none', () =>
    expect(wrongSendAt(new Date('nonsense'), false, NOW)).toMatch(/passed/))
})

it('comes too near for Twilio while it can not be reached, and then it is due', () => {
  const tooNear = (seconds: number) =>
    isTooNearForTwilio(inSeconds(seconds), NOW)
  expect([400, 306, 305, 299, 1, 0, -1].map(tooNear)).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
    false,
  ])
})
