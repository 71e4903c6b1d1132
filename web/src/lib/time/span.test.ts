import { span } from './span'

it.each([
  [0, '0.0 s'],
  [412, '0.4 s'],
  [12_000, '12.0 s'],
  [89_900, '89.9 s'],
  [180_000, '3 min'],
])('%s ms are %s', (milliseconds, words) => {
  expect(span(milliseconds)).toEqual(words)
})
