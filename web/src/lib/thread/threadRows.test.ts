import type { Sending } from 'src/lib/outbox/sending'
import { aConsentEvent, aMessage, anEntry } from 'src/testing/fixtures'

import { threadRows } from './threadRows'
import type { ThreadParts, ThreadRow } from './threadRows'

const at = (day: number, minute: number) =>
  new Date(2026, 2, day, 12, minute).toISOString()
const said = (id: string, day: number, minute: number, over = {}) =>
  aMessage({ id, createdAt: at(day, minute), ...over })

/** Messages of one turn stand together; a day, and what else happened, between bars. */
const shape = (parts: Partial<ThreadParts>) =>
  threadRows({
    ...{ messages: [], consent: [], entries: [], onTheirWay: [] },
    ...{ hasEarlier: false, hasLater: false, firstUnreadId: null },
    ...parts,
  })
    .map((row: ThreadRow) =>
      row.kind === 'message'
        ? `${row.startsUnread ? 'new ' : ''}${row.isFirst ? '(' : ''}${row.message.id}${row.isLast ? ')' : ''}`
        : row.kind === 'day'
          ? row.kind
          : row.entry.id
    )
    .join(' ')

const onItsWay = (key: string, minute: number) => ({
  sending: { key } as Sending,
  message: said(key, 3, minute, { idempotencyKey: key }),
})

describe('a turn', () => {
  it('is what one author said in one go', () => {
    expect(
      shape({ messages: [said('a', 3, 0), said('b', 3, 1), said('c', 3, 2)] })
    ).toBe('day (a b c)')
  })

  it('ends with another author, a pause and another day', () => {
    expect(
      shape({
        messages: [
          said('a', 3, 0),
          said('b', 3, 1, { direction: 'INBOUND' }),
          said('c', 3, 2),
          said('d', 3, 9),
          said('e', 4, 9),
        ],
      })
    ).toBe('day (a) (b) (c) (d) day (e)')
  })

  it('is one colleague’s, not another’s', () => {
    const by = (id: string) => ({
      sentBy: { id, email: `${id}@x.test`, name: null },
    })
    expect(
      shape({
        messages: [said('a', 3, 0, by('u1')), said('b', 3, 1, by('u2'))],
      })
    ).toBe('day (a) (b)')
  })
})

describe('what happened besides', () => {
  const messages = [said('a', 3, 1), said('b', 3, 2), said('c', 3, 3)]

  it('comes after the message that it came with, and parts the turn there', () => {
    const consent = [aConsentEvent({ id: 'optOut', at: at(3, 2) })]
    const entries = [anEntry({ id: 'note', at: at(3, 4) })]
    expect(shape({ messages, consent, entries })).toBe(
      'day (a b) optOut (c) note'
    )
  })

  it('is left out where the messages of its time are not there', () => {
    const entries = [
      anEntry({ id: 'before', at: at(3, 0) }),
      anEntry({ id: 'after', at: at(3, 5) }),
    ]
    const all = 'day before (a b c) after'
    expect(shape({ messages, entries })).toBe(all)
    expect(shape({ messages, entries, hasEarlier: true })).toBe('(a b c) after')
    expect(shape({ messages, entries, hasLater: true })).toBe(
      'day before (a b c)'
    )
    expect(shape({ entries })).toBe('day before after')
  })
})

it('begins no day with a message before which there are others', () => {
  const messages = [said('b', 3, 1), said('c', 4, 1)]
  expect(shape({ messages, hasEarlier: true })).toBe('(b) day (c)')
})

it('has a line where the unread begin', () => {
  const messages = [said('a', 3, 0), said('b', 3, 1)]
  expect(shape({ messages, firstUnreadId: 'b' })).toBe('day (a) new (b)')
})

describe('what is on its way', () => {
  const messages = [said('a', 3, 0)]

  it('stands at the end, in its order, and is the same row when it is there', () => {
    const onTheirWay = [onItsWay('k1', 2), onItsWay('k2', 1)]
    expect(shape({ messages, onTheirWay })).toBe('day (a k1 k2)')
    const keys = (parts: Partial<ThreadParts>) =>
      threadRows({
        ...{ messages, consent: [], entries: [], onTheirWay: [] },
        ...{ hasEarlier: false, hasLater: false, firstUnreadId: null },
        ...parts,
      }).map(({ key }) => key)
    expect(keys({ onTheirWay: [onItsWay('k1', 2)] })).toEqual(
      keys({
        messages: [...messages, said('m9', 3, 2, { idempotencyKey: 'k1' })],
      })
    )
  })

  it('is there once, though the stream was quicker than the answer', () => {
    const there = said('m9', 3, 2, { idempotencyKey: 'k1' })
    expect(
      shape({
        messages: [...messages, there],
        onTheirWay: [onItsWay('k1', 2), onItsWay('k2', 2)],
      })
    ).toBe('day (a m9 k2)')
  })

  it('is not in the middle of a thread', () => {
    expect(
      shape({ messages, onTheirWay: [onItsWay('k1', 2)], hasLater: true })
    ).toBe('day (a)')
  })
})
