import { canTakeBack } from './canTakeBack'
import type { InboxEvent } from './inboxEvent'

const added = { __typename: 'MessageAdded' } as InboxEvent
const renamed = { __typename: 'LabelChanged' } as InboxEvent

describe('canTakeBack', () => {
  it.each(['conversations', 'messages', 'message', 'failedMessages'])(
    'is true of an answer with %s, which may lack what is new',
    (field) => expect(canTakeBack({ [field]: null }, added)).toBe(true)
  )

  it('is false of counters, which tell of nothing that an event brings', () =>
    expect(canTakeBack({ inboxCounts: {} }, added)).toBe(false))

  it('is true of any answer where a label has another name', () =>
    expect(canTakeBack({ contact: {} }, renamed)).toBe(true))
})
