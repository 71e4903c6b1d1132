import { describeForecast } from './describeForecast'

const forecast = (
  waitingSegments: number,
  secondsToDrain: number | null,
  queueSegments: number | null
) =>
  describeForecast({
    __typename: 'SenderForecast',
    sender: '+15005550006',
    waitingSegments,
    secondsToDrain,
    queueSegments,
  })

describe('describeForecast', () => {
  it.each([
    [0, 0],
    [60, 60],
  ])('has nothing to say of %i segments', (segments, seconds) => {
    expect(forecast(segments, seconds, 36_000)).toBeNull()
  })

  it.each([
    [240, 'About 4 minutes until this goes out (240 segments wait'],
    [61, 'About a minute until'],
    [7_200, 'About 2 hours until this goes out (7,200 segments'],
  ])('says how long %i segments take', (segments, text) => {
    expect(forecast(segments, segments, 36_000)?.text).toContain(text)
    expect(forecast(segments, segments, 36_000)?.isFull).toBe(false)
  })

  it('warns before the queue at Twilio is full', () => {
    expect(forecast(32_400, 32_400, 36_000)).toMatchObject({
      isFull: true,
      text: expect.stringContaining('32,400 of 36,000'),
    })
  })

  it('says nothing of a Messaging Service, whose pace is not known', () => {
    expect(forecast(5_000, null, null)).toBeNull()
  })
})
