import { aConversation, aMessage } from 'src/testing/fixtures'

import { announcementOf } from './useAnnounceEvent'

const sentBy = {
  __typename: 'User' as const,
  id: 'u1',
  name: 'Ada',
  email: 'ada@x.test',
}

const changed = (over = {}) => ({
  __typename: 'MessageStatusChanged' as const,
  message: aMessage({ sentBy, ...over }),
})

describe('announcementOf', () => {
  it('tells who wrote', () => {
    const message = {
      ...aMessage({ direction: 'INBOUND' }),
      conversation: aConversation(),
    }
    expect(announcementOf({ __typename: 'MessageAdded', message }, 'u1')).toBe(
      'New message from Maya Okafor'
    )
  })

  it('tells what became of one’s own messages, with the cause', () => {
    expect(announcementOf(changed({ status: 'DELIVERED' }), 'u1')).toBe(
      'Your message: Delivered'
    )
    expect(
      announcementOf(
        changed({ status: 'FAILED', errorMessage: 'It is off.' }),
        'u1'
      )
    ).toBe('Your message: Failed It is off.')
  })

  it.each([
    ['on the way', changed({ status: 'SENT' })],
    [
      'a colleague’s',
      changed({ status: 'DELIVERED', sentBy: { ...sentBy, id: 'u2' } }),
    ],
  ])('is silent about a message that is %s', (_what, event) => {
    expect(announcementOf(event, 'u1')).toBeNull()
  })
})
