import { fireEvent, render, screen } from '@redwoodjs/testing/web'

import { aConnection, aMessage } from 'src/testing/fixtures'

import { Empty, Failure, isEmpty, Loading, Success } from './MessagesCell'
import { standard } from './MessagesCell.mock'

const props = { conversationId: 'c1', unreadCount: 0 }

describe('MessagesCell', () => {
  beforeEach(() => {
    mockGraphQLQuery('ConsentQuery', () => ({ conversation: null }))
  })

  it('shows bubbles to come while it loads', () => {
    render(<Loading />)
    expect(screen.getByRole('status')).toHaveTextContent('Loading messages')
  })

  it('says that nothing was said yet', () => {
    render(<Empty />)
    expect(screen.getByText('No messages yet')).toBeInTheDocument()
  })

  it('offers another try when it fails', () => {
    const refetch = jest.fn()
    render(
      <Failure
        conversationId="c1"
        error={new Error('no')}
        queryResult={{ refetch } as never}
      />
    )
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(refetch).toHaveBeenCalled()
  })

  it('shows the thread', () => {
    render(<Success {...standard()} {...props} />)
    const log = screen.getByRole('log', { name: 'Messages' })
    expect(log).toHaveTextContent('Where is my parcel?')
    expect(screen.getByText('Delivered')).toBeInTheDocument()
  })

  it('asks for earlier messages', () => {
    const fetchMore = jest.fn(() => Promise.resolve())
    const messages = aConnection('Message', [aMessage()], {
      hasPreviousPage: true,
      startCursor: 'the start',
    })
    render(
      <Success
        {...props}
        messages={messages}
        queryResult={{ fetchMore } as never}
      />
    )
    fireEvent.click(screen.getByRole('button', { name: 'Earlier messages' }))
    expect(fetchMore).toHaveBeenCalledWith({
      variables: { before: 'the start' },
    })
  })

  it('says so when earlier messages could not be loaded', async () => {
    const fetchMore = () => Promise.reject(new Error('no'))
    const messages = aConnection('Message', [aMessage()], {
      hasPreviousPage: true,
      startCursor: 'the start',
    })
    render(
      <Success
        {...props}
        messages={messages}
        queryResult={{ fetchMore } as never}
      />
    )
    fireEvent.click(screen.getByRole('button', { name: 'Earlier messages' }))
    expect(
      await screen.findByText('That could not be loaded.')
    ).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Retry' })).toBeEnabled()
  })

  it('is empty without messages', () => {
    expect(isEmpty({ messages: aConnection('Message', []) })).toBe(true)
    expect(isEmpty(standard())).toBe(false)
  })
})
