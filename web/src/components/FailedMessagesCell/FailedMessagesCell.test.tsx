import {
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from '@redwoodjs/testing/web'

import { findFolder } from 'src/lib/folders/folders'
import type { Folder } from 'src/lib/folders/folders'
import { aConversation, aMessage, AGENT, VIEWER } from 'src/testing/fixtures'

import { Empty, Failure, isEmpty, Loading, Success } from './FailedMessagesCell'
import { standard } from './FailedMessagesCell.mock'

const folder = findFolder('failed') as Folder

describe('FailedMessagesCell', () => {
  beforeEach(() => mockCurrentUser(AGENT))

  it('loads', () => {
    render(<Loading />)
    expect(screen.getByRole('status')).toBeInTheDocument()
  })

  it('is glad when nothing has failed', () => {
    render(<Empty folder={folder} />)
    expect(screen.getByText('Nothing has failed')).toBeInTheDocument()
  })

  it('offers another try when it fails', () => {
    render(<Failure error={new Error('no')} />)
    expect(screen.getByRole('button', { name: 'Retry' })).toBeInTheDocument()
  })

  it('says whom each was for, what it said and why it failed', () => {
    render(<Success {...standard()} folder={folder} />)
    const [first, second] = screen.getAllByRole('listitem')
    expect(first).toHaveTextContent('Maya Okafor')
    expect(first).toHaveTextContent('First')
    expect(first).toHaveTextContent('The phone is off.')
    expect(second).toHaveTextContent('It is a landline.')
    expect(screen.getAllByRole('link')[0]).toHaveAttribute(
      'href',
      '/inbox/open/c1?message=f1'
    )
  })

  it('sends one again, where that may help', async () => {
    const asked: unknown[] = []
    mockGraphQLMutation('RetryMessageMutation', (variables) => {
      asked.push(variables)
      return {
        retryMessage: {
          ...aMessage({ id: 'f3' }),
          conversation: aConversation(),
        },
      }
    })
    render(<Success {...standard()} folder={folder} />)
    const [first, second] = screen.getAllByRole('listitem') as [
      HTMLElement,
      HTMLElement,
    ]
    expect(within(second).queryByRole('button')).not.toBeInTheDocument()
    fireEvent.click(within(first).getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(asked).toEqual([{ id: 'f1' }]))
  })

  it('lets a VIEWER only look', () => {
    mockCurrentUser(VIEWER)
    render(<Success {...standard()} folder={folder} />)
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('is empty when all were sent again', () => {
    const data = standard()
    expect(isEmpty(data)).toBe(false)
    data.failedMessages.edges.forEach(({ node }) => {
      node.retries = [{ __typename: 'Message', id: 'r' }]
    })
    expect(isEmpty(data)).toBe(true)
  })
})
