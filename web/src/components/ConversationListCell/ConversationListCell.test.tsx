import { fireEvent, render, screen } from '@redwoodjs/testing/web'

import { findFolder } from 'src/lib/folders/folders'
import type { Folder } from 'src/lib/folders/folders'
import { aConnection, aConversation } from 'src/testing/fixtures'
import { giveHeights } from 'src/testing/giveHeights'

import {
  Empty,
  Failure,
  isEmpty,
  Loading,
  Success,
} from './ConversationListCell'
import { standard } from './ConversationListCell.mock'

const folder = findFolder('open') as Folder
const unread = findFolder('unread') as Folder
const props = { folder, filter: { folder: 'OPEN' as const } }

const rows = () => screen.getAllByRole('listitem')

describe('ConversationListCell', () => {
  let takeHeights: () => void

  beforeEach(() => {
    takeHeights = giveHeights()
    mockGraphQLQuery('ChannelNamesQuery', () => ({ channels: [] }))
  })

  afterEach(() => takeHeights())

  it('shows rows to come while it loads', () => {
    render(<Loading />)
    expect(screen.getByRole('status')).toHaveTextContent(
      'Loading conversations'
    )
  })

  it('says that a folder is empty', () => {
    render(<Empty {...props} />)
    expect(screen.getByText('No open conversations')).toBeInTheDocument()
  })

  it('says that nothing was found', () => {
    render(<Empty {...props} filter={{ folder: 'OPEN', search: 'zzz' }} />)
    expect(screen.getByText(/“zzz”/)).toBeInTheDocument()
  })

  it.each([
    ['a label that is gone', Empty, { labelId: 'gone' }],
    ['an address that was cut', Failure, { assigneeId: 'x' }],
  ])('leads back from %s', (_, State, narrowed) => {
    render(
      <State
        {...props}
        filter={{ folder: 'OPEN', ...narrowed }}
        error={new Error('no')}
        errorCode="BAD_USER_INPUT"
      />
    )
    expect(
      screen.getByRole('link', { name: 'Show all of “Open”' })
    ).toHaveAttribute('href', '/inbox/open')
  })

  it('does not take whose the conversations in Mine are for a filter', () => {
    const mine = findFolder('mine') as Folder
    const filter = { folder: 'MINE' as const, assigneeId: 'u1' }
    render(<Empty folder={mine} filter={filter} />)
    expect(screen.getByText('Nothing is assigned to you')).toBeInTheDocument()
  })

  it('offers another try when it fails', () => {
    const refetch = jest.fn()
    render(
      <Failure
        {...props}
        error={new Error('no')}
        queryResult={{ refetch } as never}
      />
    )
    expect(screen.getByRole('alert')).toHaveTextContent('could not be loaded')
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(refetch).toHaveBeenCalled()
  })

  it('lists conversations', () => {
    render(<Success {...standard()} {...props} />)
    expect(
      screen.getByRole('list', { name: 'Conversations' })
    ).toBeInTheDocument()
    expect(rows()).toHaveLength(2)
    expect(rows()[0]).toHaveTextContent('Maya Okafor')
    expect(rows()[0]).toHaveTextContent('2 unread')
    expect(rows()[1]).toHaveTextContent('+44 207 946 0000')
  })

  it('asks for the next page after the last row', () => {
    const fetchMore = jest.fn(() => Promise.resolve())
    const conversations = aConnection('Conversation', [aConversation()], {
      hasNextPage: true,
      endCursor: 'the end',
    })
    render(
      <Success
        {...props}
        conversations={conversations}
        queryResult={{ fetchMore } as never}
      />
    )
    fireEvent.click(screen.getByRole('button', { name: 'More conversations' }))
    expect(fetchMore).toHaveBeenCalledWith({ variables: { after: 'the end' } })
  })

  it('hides what was read meanwhile from the unread', () => {
    const conversations = aConnection('Conversation', [
      aConversation({ unreadCount: 0 }),
    ])
    render(<Success {...props} folder={unread} conversations={conversations} />)
    expect(screen.queryByText('Maya Okafor')).not.toBeInTheDocument()
    expect(screen.getByText('Nothing unread')).toBeInTheDocument()
  })

  it('is empty without rows', () => {
    expect(isEmpty({ conversations: aConnection('Conversation', []) })).toBe(
      true
    )
    expect(isEmpty(standard())).toBe(false)
  })
})
