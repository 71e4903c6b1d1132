import { aConsentEvent, aMessage } from 'src/testing/fixtures'

import { threadItems } from './threadItems'

const at = (minute: number) =>
  `2026-03-03T10:${String(minute).padStart(2, '0')}:00.000Z`

const message = (minute: number) =>
  aMessage({ id: `m${minute}`, createdAt: at(minute), direction: 'INBOUND' })
const entry = (minute: number) =>
  aConsentEvent({ id: `e${minute}`, at: at(minute) })

const idsOf = (items: ReturnType<typeof threadItems>) =>
  items.map((item) =>
    'entry' in item ? item.entry.id : item.messages.map(({ id }) => id).join()
  )

it('puts an entry after the message that it came with, and parts the turn there', () => {
  const messages = [message(1), message(2), message(3)]
  expect(idsOf(threadItems(messages, [], true))).toEqual(['m1,m2,m3'])
  expect(idsOf(threadItems(messages, [entry(2)], true))).toEqual([
    'm1,m2',
    'e2',
    'm3',
  ])
  expect(idsOf(threadItems(messages, [entry(3), entry(4)], true))).toEqual([
    'm1,m2,m3',
    'e3',
    'e4',
  ])
})

it('leaves out what happened before the messages that are there, while there are earlier ones', () => {
  const consent = [entry(1), entry(6)]
  expect(idsOf(threadItems([message(5)], consent, false))).toEqual(['m5', 'e6'])
  expect(idsOf(threadItems([message(5)], consent, true))).toEqual([
    'e1',
    'm5',
    'e6',
  ])
  expect(idsOf(threadItems([], consent, true))).toEqual(['e1', 'e6'])
})
