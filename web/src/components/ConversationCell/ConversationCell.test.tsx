import { Tooltip } from 'radix-ui'

import { render, screen } from '@redwoodjs/testing/web'

import { aMessage, AGENT, aThread } from 'src/testing/fixtures'
import { giveHeights } from 'src/testing/giveHeights'

import { Empty, Failure, Loading, Success } from './ConversationCell'
import { standard } from './ConversationCell.mock'

describe('ConversationCell', () => {
  let restore = () => {}
  afterEach(() => restore())
  beforeEach(() => {
    restore = giveHeights()
    mockGraphQLQuery('ConsentQuery', () => ({ conversation: null }))
    mockGraphQLQuery('ChannelNamesQuery', () => ({ channels: [] }))
  })

  it('shows bubbles to come while it loads', () => {
    render(<Loading />)
    expect(screen.getByRole('status')).toBeInTheDocument()
  })

  it('leads back from a conversation that does not exist', () => {
    render(<Empty />)
    expect(
      screen.getByText('There is no such conversation')
    ).toBeInTheDocument()
    expect(
      screen.getByRole('link', { name: 'Back to the list' })
    ).toBeInTheDocument()
  })

  it.each(['NOT_FOUND', 'BAD_USER_INPUT'])(
    'takes %s for the same',
    (errorCode) => {
      render(<Failure id="c1" error={new Error('no')} errorCode={errorCode} />)
      expect(
        screen.getByText('There is no such conversation')
      ).toBeInTheDocument()
    }
  )

  it('offers another try when it fails', () => {
    render(<Failure id="c1" error={new Error('no')} />)
    expect(screen.getByRole('button', { name: 'Retry' })).toBeInTheDocument()
  })

  it('shows whom it is with, what was said, and where to write', async () => {
    mockCurrentUser(AGENT)
    mockGraphQLQuery('MessagesQuery', () => ({
      messages: aThread([aMessage()]),
    }))
    render(
      <Tooltip.Provider>
        <Success id="c1" {...standard()} />
      </Tooltip.Provider>
    )
    expect(
      screen.getByRole('heading', { name: 'Maya Okafor' })
    ).toBeInTheDocument()
    expect(
      await screen.findByText('Your parcel is on its way.')
    ).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: 'Message' })).toBeInTheDocument()
  })
})
