import fc from 'fast-check'

import { waitTicks } from './waitTicks'

it.each([
  [0, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [61, [0, 15, 30, 45, 60, 75]],
  [5400, [0, 1800, 3600, 5400]],
])('an axis to %i seconds has the lines %j', (most, ticks) => {
  expect(waitTicks(most)).toEqual(ticks)
})

it('always reaches what it is for, by few lines', () => {
  fc.assert(
    fc.property(fc.float({ min: 0, max: 1e8, noNaN: true }), (most) => {
      const ticks = waitTicks(most)
      expect(Math.max(...ticks)).toBeGreaterThanOrEqual(most)
      expect(ticks.length).toBeLessThanOrEqual(7)
    })
  )
})
