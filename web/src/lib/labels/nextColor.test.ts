import { nextColor } from './nextColor'

it.each([
  [[], 'RED'],
  [['RED'], 'ORANGE'],
  [['RED', 'RED', 'ORANGE', 'YELLOW', 'GREEN'], 'TEAL'],
] as const)('takes after %p %p', (used, color) => {
  expect(nextColor(used.map((one) => ({ color: one })))).toBe(color)
})
