import { fireEvent, render, screen } from '@redwoodjs/testing/web'

import { aConversation, aLabel, aLastMessage } from 'src/testing/fixtures'

import ConversationRow from './ConversationRow'

const show = (over = {}, props = {}) =>
  render(
    <ul>
      <ConversationRow
        conversation={aConversation(over)}
        index={3}
        count={-1}
        start={192}
        isOpen={false}
        to="/x"
        {...props}
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
    show({}, { isOpen: true })
    expect(screen.getByRole('link')).toHaveAttribute('aria-current', 'true')
  })

  it('stands without any message', () => {
    show({ lastMessage: null, lastMessageAt: null })
    expect(screen.getByText('No messages yet')).toBeInTheDocument()
  })

  it('says who looks after it, what it is labeled, and until when it waits', () => {
    const names = ['VIP', 'Wholesale', 'Call back', 'Complaint', 'Press']
    show({
      status: 'SNOOZED',
      snoozedUntil: '2026-03-09T09:00:00.000Z',
      assignee: { id: 'u1', name: 'Ada', email: 'ada@heliograph.test' },
      labels: names.map((name, i) => aLabel({ id: `l${i}`, name })),
    })
    const row = screen.getByRole('link')
    expect(row).toHaveTextContent('Assigned to Ada')
    expect(row).toHaveTextContent(/Snoozed until Mon, Mar 9/)
    expect(row).toHaveTextContent(/VIP\+4 labels/)
  })

  it('shows what a search found instead of the last line', () => {
    show(
      {},
      {
        search: 'blue',
        match: {
          id: 'm9',
          body: 'The blue one, please',
          createdAt: '2026-03-01T10:00:00.000Z',
        },
      }
    )
    expect(screen.getByText('blue').tagName).toBe('MARK')
    expect(screen.getByRole('link')).toHaveTextContent('The blue one, please')
    expect(screen.queryByText('Where is my parcel?')).not.toBeInTheDocument()
  })

  it('knows its place in a list whose end is not known', () => {
    show()
    const row = screen.getByRole('listitem')
    expect(row).toHaveAttribute('aria-posinset', '4')
    expect(row).toHaveAttribute('aria-setsize', '-1')
  })

  it('asks for what can be done with it, by its button or by a right click', () => {
    const onMenu = jest.fn()
    show({}, { onMenu })
    fireEvent.click(
      screen.getByRole('button', { name: 'Actions for Maya Okafor' })
    )
    fireEvent.contextMenu(screen.getByRole('link'), { clientX: 5, clientY: 7 })
    expect(onMenu.mock.calls.map(([, id, spot]) => [id, spot])).toEqual([
      ['c1', { x: 0, y: 0 }],
      ['c1', { x: 5, y: 7 }],
    ])
  })

  it('offers nothing to who may only look', () => {
    show()
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })
})
