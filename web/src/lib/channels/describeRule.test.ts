import { aRule } from 'src/testing/fixtures'

import { describeCondition, describeCooldown } from './describeRule'

it.each([
  [{}, 'Every message'],
  [{ condition: 'FIRST_MESSAGE' }, 'First message of a conversation'],
  [{ condition: 'OUTSIDE_HOURS' }, 'Outside opening hours'],
  [
    { condition: 'KEYWORD', keywords: ['menu', 'hours'] },
    'Message has menu, hours',
  ],
  [
    { condition: 'KEYWORD', keywords: ['menu'], wholeMessage: true },
    'Message is menu',
  ],
] as const)('%j is %p', (over, words) => {
  expect(describeCondition(aRule(over as never))).toEqual(words)
})

it.each([
  [0, 'each time'],
  [60, 'at most once in 1 minute'],
  [5400, 'at most once in 90 minutes'],
  [3600, 'at most once in 1 hour'],
  [172_800, 'at most once in 2 days'],
])('%i seconds are %p', (cooldownSeconds, words) => {
  expect(describeCooldown(aRule({ cooldownSeconds }))).toEqual(words)
})
