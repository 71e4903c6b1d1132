import fc from 'fast-check'

import { CONVERSATION_FIELDS } from 'src/queries/conversationFields'
import { MESSAGE_FIELDS } from 'src/queries/messageFields'
import { aConversation, aMessage } from 'src/testing/fixtures'

import { createCache } from './cache'
import { keepNewest } from './keepNewest'

type Message = ReturnType<typeof aMessage>

const at = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms).toISOString()

const FRAGMENT = { fragment: MESSAGE_FIELDS, fragmentName: 'MessageFields' }

function takeIn(answers: Message[]) {
  const cache = createCache()
  for (const answer of answers) {
    cache.writeFragment({ ...FRAGMENT, data: keepNewest(cache, answer) })
  }
  return cache.readFragment<Message>({ ...FRAGMENT, id: 'Message:m1' })
}

const live = (over: Partial<Message>) => {
  // What events carry: all but the retries.
  const { retries: _retries, ...message } = aMessage(over)
  return message as Message
}

const HISTORY = [
  live({ status: 'PENDING', sid: null, updatedAt: at(0) }),
  live({ status: 'UNCONFIRMED', sid: null, updatedAt: at(1) }),
  live({ status: 'PENDING', sid: null, updatedAt: at(2) }),
  live({ status: 'QUEUED', updatedAt: at(3) }),
  live({ status: 'SENT', updatedAt: at(4), sentAt: at(4) }),
  live({
    status: 'DELIVERED',
    updatedAt: at(4),
    sentAt: at(4),
    deliveredAt: at(4),
  }),
]

const shuffled = fc.shuffledSubarray(HISTORY, { minLength: 1 })

describe('keepNewest', () => {
  it('ends the same for every order in which answers and events arrive', () => {
    fc.assert(
      fc.property(shuffled, (answers) => {
        const newest = HISTORY.filter((m) => answers.includes(m)).pop()
        expect(takeIn(answers)).toEqual(newest)
      })
    )
  })

  it('reaches messages wherever they lie in an answer', () => {
    const cache = createCache()
    cache.writeFragment({
      ...FRAGMENT,
      data: aMessage({ status: 'DELIVERED', updatedAt: at(9) }),
    })

    const answer = {
      conversations: {
        edges: [
          {
            node: {
              lastMessage: {
                __typename: 'Message',
                id: 'm1',
                body: 'x',
                status: 'SENT',
                updatedAt: at(5),
              },
            },
          },
        ],
      },
    }
    expect(
      keepNewest(cache, answer).conversations.edges[0]?.node.lastMessage
    ).toEqual({
      __typename: 'Message',
      id: 'm1',
      body: 'Your parcel is on its way.',
      status: 'DELIVERED',
      updatedAt: at(9),
    })
  })

  it('does not open a lock that an older answer knows nothing of', () => {
    const cache = createCache()
    const fragment = {
      fragment: CONVERSATION_FIELDS,
      fragmentName: 'ConversationFields',
    }
    const locked = aConversation({
      optedOutAt: at(5),
      optOutSource: 'KEYWORD',
      updatedAt: at(5),
    })
    cache.writeFragment({ ...fragment, data: locked })
    expect(keepNewest(cache, aConversation({ updatedAt: at(4) }))).toEqual(
      locked
    )
    const open = aConversation({ updatedAt: at(6) })
    expect(keepNewest(cache, open)).toEqual(open)
  })

  it('leaves alone what it does not know', () => {
    const answer = { list: [1, null, { __typename: 'Contact', id: 'p1' }] }
    expect(keepNewest(createCache(), answer)).toEqual(answer)
  })
})
