import { act, fireEvent, render, screen, waitFor } from '@redwoodjs/testing/web'

import { describeStatus } from 'src/lib/messageStatus/describeStatus'
import { aConversation, aMessage, AGENT, VIEWER } from 'src/testing/fixtures'

import MessageNotice from './MessageNotice'

const FAILED = {
  status: 'FAILED',
  canRetry: true,
  errorCode: 30003,
  errorMessage: 'The phone is off.',
} as const

const show = (over: Parameters<typeof aMessage>[0]) => {
  const message = aMessage(over)
  const status = describeStatus(message)
  if (!status) {
    throw new Error('It has no status to show.')
  }
  return render(<MessageNotice message={message} status={status} />)
}

/** A server that counts what it is asked to do, and refuses with `refusal`. */
const serve = (
  operation: 'retryMessage' | 'cancelMessage',
  refusal?: string
) => {
  const asked: unknown[] = []
  const name = operation === 'retryMessage' ? 'RetryMessage' : 'CancelMessage'
  mockGraphQLMutation(`${name}Mutation`, (variables, { ctx }) => {
    asked.push(variables)
    if (refusal) {
      ctx.errors([{ message: refusal }])
      return { [operation]: null }
    }
    return {
      [operation]: {
        ...aMessage({ id: 'm2' }),
        conversation: aConversation(),
      },
    }
  })
  return asked
}

const button = (name: string) => screen.queryByRole('button', { name })

describe('MessageNotice', () => {
  beforeEach(() => mockCurrentUser(AGENT))

  it('says what failed and why', () => {
    show(FAILED)
    expect(button('Failed')).toBeInTheDocument()
    expect(screen.getByText('The phone is off.')).toBeInTheDocument()
  })

  it('sends again once, however often it is pressed', async () => {
    const asked = serve('retryMessage')
    show(FAILED)
    const retry = screen.getByRole('button', { name: 'Retry' })
    act(() => {
      retry.click()
      retry.click()
    })
    fireEvent.click(retry)
    await waitFor(() => expect(button('Retry')).toBeEnabled())
    expect(asked).toEqual([{ id: 'm1' }])
  })

  it('leads to the new one instead, once there is one', () => {
    show({ ...FAILED, retries: [{ __typename: 'Message', id: 'm2' }] })
    expect(button('Retry')).not.toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Sent again' })).toHaveAttribute(
      'href',
      '#message-m2'
    )
  })

  it('offers no retry where that would fail again', () => {
    show({ ...FAILED, canRetry: false })
    expect(button('Retry')).not.toBeInTheDocument()
  })

  it.each([
    ['SCHEDULED', { sendAt: '2027-03-03T10:00:00.000Z' }],
    ['PENDING', {}],
  ] as const)('cancels a message that is %s', async (status, over) => {
    const asked = serve('cancelMessage')
    show({ status, ...over })
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(asked).toEqual([{ id: 'm1' }]))
  })

  it('says calmly what could not be done, and lets it be tried again', async () => {
    serve('cancelMessage', 'It is too late to cancel this message.')
    show({ status: 'SCHEDULED' })
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It is too late to cancel this message.'
    )
    expect(button('Cancel')).toBeEnabled()
  })

  it.each([FAILED, { status: 'SCHEDULED' } as const])(
    'lets a VIEWER only look at %p',
    (over) => {
      mockCurrentUser(VIEWER)
      show(over)
      expect(button('Retry')).not.toBeInTheDocument()
      expect(button('Cancel')).not.toBeInTheDocument()
    }
  )
})
