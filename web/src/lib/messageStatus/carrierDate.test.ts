import { carrierDate } from './carrierDate'

describe('carrierDate', () => {
  it('is written by the carrier’s clock, whatever ours is', () => {
    expect(carrierDate('2603032359')).toMatch(/Mar 3, 2026, 11:59\sPM/)
  })

  it.each(['', '26', '2613032359', '2602302359', '2603032460', 'soon'])(
    'leaves %p as it came',
    (raw) => {
      expect(carrierDate(raw)).toBe(raw)
    }
  )
})
