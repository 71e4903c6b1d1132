import { fireEvent, render, screen, waitFor } from '@redwoodjs/testing/web'

import { noticeBoard } from 'src/lib/notices'
import { AGENT, VIEWER } from 'src/testing/fixtures'

import RetryAll from './RetryAll'

const texts = () => noticeBoard.get().map(({ text }) => text)

describe('RetryAll', () => {
  beforeEach(() => {
    noticeBoard.get().forEach(({ id }) => noticeBoard.dismiss(id))
    mockCurrentUser(AGENT)
  })

  const run = () => {
    render(<RetryAll />)
    fireEvent.click(screen.getByRole('button', { name: 'Retry all' }))
    fireEvent.click(screen.getByRole('button', { name: 'Send them again' }))
  }

  it.each([
    [0, 0, 'None of them can be sent again.'],
    [1, 0, 'Sent again: 1 message.'],
    [12, 1, 'Sent again: 12 messages. Refused again at once: 1 message.'],
  ])(
    'asks first, and says of %i (%i refused)',
    async (retried, refused, says) => {
      mockGraphQLMutation('RetryFailedMessagesMutation', () => ({
        retryFailedMessages: {
          __typename: 'RetriedMessages',
          retried,
          refused,
        },
      }))
      run()
      await waitFor(() => expect(texts()).toEqual([says]))
    }
  )

  it('says so when it could not be done', async () => {
    mockGraphQLMutation(
      'RetryFailedMessagesMutation',
      (_variables, { ctx }) => {
        ctx.errors([{ message: 'Too many at once.' }])
      }
    )
    run()
    await waitFor(() =>
      expect(texts()).toEqual([
        'They were not all sent again. Too many at once.',
      ])
    )
  })

  it('is not there for a VIEWER', () => {
    mockCurrentUser(VIEWER)
    render(<RetryAll />)
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })
})
