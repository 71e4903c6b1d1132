import { percent, wait } from './words'

it.each([
  [0.4, '0 sec'],
  [89, '89 sec'],
  [240, '4 min'],
  [5400, '1.5 hr'],
  [200_000, '2.3 days'],
])('%f seconds are %s', (seconds, words) => {
  expect(wait(seconds)).toEqual(words)
})

it.each([
  [1, '100%'],
  [0.99999, '99.9%'],
  [0.5, '50%'],
  [0, '0%'],
])('%f is %s', (share, words) => {
  expect(percent(share)).toEqual(words)
})
