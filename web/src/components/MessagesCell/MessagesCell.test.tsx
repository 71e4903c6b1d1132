import { fireEvent, screen } from '@redwoodjs/testing/web'

import { aConversation, aMessage, aThread } from 'src/testing/fixtures'
import { giveHeights } from 'src/testing/giveHeights'
import { renderInPage } from 'src/testing/renderInPage'

import { Empty, Failure, isEmpty, Loading, Success } from './MessagesCell'
import { standard } from './MessagesCell.mock'

const props = { conversation: aConversation() }

describe('MessagesCell', () => {
  let restore = () => {}
  afterEach(() => restore())
  beforeEach(() => {
    restore = giveHeights()
    mockGraphQLQuery('ConsentQuery', () => ({ conversation: null }))
  })

  it('shows bubbles to come while it loads', () => {
    renderInPage(<Loading />)
    expect(screen.getByRole('status')).toHaveTextContent('Loading messages')
  })

  it('says that nothing was said yet', () => {
    renderInPage(<Empty />)
    expect(screen.getByText('No messages yet')).toBeInTheDocument()
  })

  it('offers another try when it fails', () => {
    const refetch = jest.fn()
    renderInPage(
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
    renderInPage(<Success {...standard()} {...props} />)
    const log = screen.getByRole('log', { name: 'Messages' })
    expect(log).toHaveTextContent('Where is my parcel?')
    expect(screen.getByText('Delivered')).toBeInTheDocument()
  })

  it('asks for earlier messages', () => {
    const fetchMore = jest.fn(() => Promise.resolve())
    const messages = aThread([aMessage()], {
      hasPreviousPage: true,
      startCursor: 'the start',
    })
    renderInPage(
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

  it('asks for later messages where the newest are not there', () => {
    const fetchMore = jest.fn(() => Promise.resolve())
    const messages = aThread([aMessage()], {
      hasNextPage: true,
      endCursor: 'the end',
    })
    renderInPage(
      <Success
        {...props}
        messages={messages}
        queryResult={{ fetchMore } as never}
      />
    )
    fireEvent.click(screen.getByRole('button', { name: 'Later messages' }))
    expect(fetchMore).toHaveBeenCalledWith({
      variables: { last: undefined, first: 50, after: 'the end' },
    })
    expect(screen.getByRole('button', { name: 'Newest' })).toBeInTheDocument()
  })

  it('says so when earlier messages could not be loaded', async () => {
    const fetchMore = () => Promise.reject(new Error('no'))
    const messages = aThread([aMessage()], {
      hasPreviousPage: true,
      startCursor: 'the start',
    })
    renderInPage(
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
    expect(isEmpty({ messages: aThread([]) })).toBe(true)
    expect(isEmpty(standard())).toBe(false)
  })
})
