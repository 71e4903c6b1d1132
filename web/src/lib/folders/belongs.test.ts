import { aConversation, aLabel } from 'src/testing/fixtures'

import { belongs } from './belongs'

const conversation = aConversation({
  unreadCount: 1,
  assignee: { id: 'u1', name: 'Ada', email: 'ada@heliograph.test' },
  labels: [aLabel()],
})

describe('belongs', () => {
  it.each([
    [{}, true],
    [{ status: 'OPEN' }, true],
    [{ status: 'ARCHIVED' }, false],
    [{ unread: true }, true],
    [{ unread: false }, false],
    [{ channel: 'WHATSAPP' }, false],
    [{ contactId: 'p1' }, true],
    [{ contactId: 'p2' }, false],
    [{ search: 'maya' }, true],
    [{ search: '(415) 555' }, true],
    [{ search: '0101' }, true],
    [{ search: 'jonas' }, false],
    [{ folder: 'OPEN' }, true],
    [{ folder: 'UNREAD' }, true],
    [{ folder: 'UNASSIGNED' }, false],
    [{ folder: 'SNOOZED' }, false],
    [{ folder: 'ARCHIVED' }, false],
    [{ folder: 'MINE', assigneeId: 'u1' }, true],
    [{ folder: 'MINE', assigneeId: 'u2' }, false],
    [{ senderAddress: '+15005550006' }, true],
    [{ senderAddress: '+15005550007' }, false],
    [{ labelId: 'l1' }, true],
    [{ labelId: 'l2' }, false],
    [{ labelId: 'l1', channel: 'WHATSAPP' }, false],
  ] as const)('under the filter %p: %p', (filter, expected) => {
    expect(belongs(conversation, filter)).toBe(expected)
  })
})
