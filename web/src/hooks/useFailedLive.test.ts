import { aConversation, aMessage } from 'src/testing/fixtures'

import { touchesFailed } from './useFailedLive'

const conversation = aConversation()
const changed = (over: Parameters<typeof aMessage>[0]) => ({
  __typename: 'MessageStatusChanged' as const,
  message: aMessage(over),
})

describe('touchesFailed', () => {
  it.each([
    ['a message that failed', changed({ status: 'FAILED' }), true],
    ['one that was undelivered', changed({ status: 'UNDELIVERED' }), true],
    ['one that was delivered', changed({ status: 'DELIVERED' }), false],
    [
      'one that is sent again',
      {
        __typename: 'MessageAdded' as const,
        message: {
          ...aMessage({ retryOf: { __typename: 'Message', id: 'm0' } }),
          conversation,
        },
      },
      true,
    ],
    [
      'a conversation',
      {
        __typename: 'ConversationChanged' as const,
        isNew: false,
        conversation,
      },
      false,
    ],
  ])('by %s', (_what, event, expected) => {
    expect(touchesFailed(event)).toBe(expected)
  })
})
