import { aConversation } from 'src/testing/fixtures'

import { belongs } from './belongs'

const conversation = aConversation({ unreadCount: 1 })

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
  ] as const)('under the filter %p: %p', (filter, expected) => {
    expect(belongs(conversation, filter)).toBe(expected)
  })
})
