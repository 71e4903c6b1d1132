import { render, screen } from '@redwoodjs/testing/web'

import { aConversation, aLastMessage } from 'src/testing/fixtures'

import ConversationRow from './ConversationRow'

const show = (over = {}, isOpen = false) =>
  render(
    <ul>
      <ConversationRow
        conversation={aConversation(over)}
        isOpen={isOpen}
        to="/x"
      />
    </ul>
  )

describe('ConversationRow', () => {
  it('shows name, channel, last line and what is unread', () => {
    show({ unreadCount: 3 })
    const row = screen.getByRole('link')
    expect(row).toHaveTextContent('Maya Okafor')
    expect(row).toHaveTextContent('Where is my parcel?')
    expect(row).toHaveTextContent('3 unread')
    expect(screen.getByRole('img', { name: 'SMS' })).toBeInTheDocument()
  })

  it('shows from afar that the last message failed', () => {
    show({
      lastMessage: aLastMessage({
        direction: 'OUTBOUND',
        status: 'UNDELIVERED',
      }),
    })
    expect(screen.getByRole('link')).toHaveTextContent(
      'Undelivered: Where is my parcel?'
    )
  })

  it('names a picture that came without words', () => {
    const media = [
      {
        __typename: 'Media' as const,
        id: 'f',
        contentType: 'image/png',
        size: 1,
      },
    ]
    show({ lastMessage: aLastMessage({ body: null, media }) })
    expect(screen.getByRole('link')).toHaveTextContent('Picture')
  })

  it('says which one is open', () => {
    show({}, true)
    expect(screen.getByRole('link')).toHaveAttribute('aria-current', 'true')
  })

  it('stands without any message', () => {
    show({ lastMessage: null, lastMessageAt: null })
    expect(screen.getByText('No messages yet')).toBeInTheDocument()
  })
})
