import { aMessage } from 'src/testing/fixtures'

import { answersSince, whoAnswered } from './answersSince'

const SINCE = '2026-03-03T10:00:00.000Z'
const LATER = '2026-03-03T10:00:05.000Z'

const user = (id: string) => ({
  __typename: 'User' as const,
  id,
  name: id,
  email: `${id}@example.com`,
})

const outbound = (over: Parameters<typeof aMessage>[0]) =>
  aMessage({ createdAt: LATER, sentBy: user('ada'), ...over })

const found = (
  over: Parameters<typeof aMessage>[0],
  since: string | null = SINCE
) => {
  const { answer, automatic } = answersSince([outbound(over)], since, 'me')
  return (answer && 'answer') ?? (automatic && 'automatic')
}

it.each([
  ['a colleague’s answer is one', {}, 'answer'],
  ['a program’s too', { sentBy: null }, 'answer'],
  [
    'an automatic reply is told apart',
    { sentBy: null, isAutomatic: true },
    'automatic',
  ],
  ['one’s own, from another tab, is none', { sentBy: user('me') }, null],
  ['what the contact wrote is none', { direction: 'INBOUND' as const }, null],
  ['what was there before is none', { createdAt: SINCE }, null],
])('%s', (_what, over, kind) => {
  expect(found(over)).toBe(kind)
})

it('finds nothing for who writes nothing', () => {
  expect(found({}, null)).toBeNull()
})

it('names who answered', () => {
  expect(whoAnswered(outbound({}))).toBe('ada')
  expect(whoAnswered(outbound({ sentBy: null, author: 'desk' }))).toBe('desk')
  expect(whoAnswered(outbound({ sentBy: null }))).toBe('Somebody')
})
