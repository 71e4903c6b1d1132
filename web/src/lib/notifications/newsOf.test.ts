import type { InboxEvent } from 'src/lib/live/inboxEvent'
import { aConversation, aMessage } from 'src/testing/fixtures'

import { newsOf } from './newsOf'

const ME = { __typename: 'User' as const, id: 'u1', name: 'Me', email: 'me@x' }
const ADA = { ...ME, id: 'u2', name: 'Ada' }

const written = (assignee: typeof ME | null, over = {}): InboxEvent => ({
  __typename: 'MessageAdded',
  message: {
    ...aMessage({ direction: 'INBOUND', body: 'Hi', ...over }),
    conversation: aConversation({ assignee }),
  },
})

const entry = (over: object) =>
  ({
    __typename: 'ThreadEntryAdded',
    entry: {
      __typename: 'ThreadEntry',
      id: 'e1',
      kind: 'NOTE',
      at: '2026-03-03T10:00:00.000Z',
      actor: ADA,
      actorName: 'Ada',
      body: 'Look here',
      mentions: [ME],
      subject: null,
      label: null,
      until: null,
      participant: null,
      conversation: { __typename: 'Conversation', id: 'c1' },
      ...over,
    },
  }) as InboxEvent

const told = (
  event: InboxEvent,
  ...mutedFolders: ('MINE' | 'UNASSIGNED' | 'OPEN')[]
) => newsOf(event, { operatorId: 'u1', mutedFolders })

describe('what a contact writes', () => {
  it.each([
    ['nobody’s', null, 'UNASSIGNED'],
    ['one’s own', ME, 'MINE'],
    ['a colleague’s', ADA, 'OPEN'],
  ] as const)(
    'is told of where it is %s, unless that is muted',
    (_whose, assignee, folder) => {
      const others = (['MINE', 'UNASSIGNED', 'OPEN'] as const).filter(
        (each) => each !== folder
      )
      expect(told(written(assignee), ...others)).toMatchObject({ text: 'Hi' })
      expect(told(written(assignee), folder)).toBeNull()
    }
  )

  it('is cut short, and named where it has no text', () => {
    expect(told(written(null, { body: 'x'.repeat(500) }))?.text).toHaveLength(
      141
    )
    const media = [{ id: 'x', contentType: 'image/png', size: 1 }]
    expect(told(written(null, { body: '', media }))?.text).toBe('Picture')
  })

  it('is nothing when it is ours', () => {
    expect(told(written(null, { direction: 'OUTBOUND' }))).toBeNull()
  })
})

describe('what a colleague does', () => {
  it('is told of where a note names one, also if all is muted', () => {
    expect(told(entry({}), 'MINE', 'UNASSIGNED', 'OPEN')).toMatchObject({
      title: 'Ada mentioned you',
      text: 'Look here',
      conversationId: 'c1',
    })
  })

  it('is told of where it assigns a conversation to one', () => {
    const assigned = entry({ kind: 'ASSIGNED', subject: ME, mentions: [] })
    expect(told(assigned)?.title).toBe('Ada assigned a conversation to you')
    expect(told(assigned, 'MINE')).toBeNull()
  })

  it.each([
    ['a note that names somebody else', { mentions: [ADA] }],
    ['a note whose text was taken out', { body: null }],
    ['what one did oneself', { actor: ME }],
    ['another’s assignment', { kind: 'ASSIGNED', subject: ADA, mentions: [] }],
  ])('is not told of: %s', (_what, over) => {
    expect(told(entry(over))).toBeNull()
  })
})
