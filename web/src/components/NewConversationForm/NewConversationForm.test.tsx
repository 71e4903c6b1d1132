import { fireEvent, render, screen, waitFor } from '@redwoodjs/testing/web'

import { phoneLibrary } from 'src/lib/phone/phoneLibrary'
import { aConversation, aMessage, AGENT } from 'src/testing/fixtures'

import NewConversationForm from './NewConversationForm'

describe('NewConversationForm', () => {
  const onSent = jest.fn()
  let sent: { to: string; body: string; idempotencyKey: string }[] = []

  beforeEach(async () => {
    localStorage.clear()
    onSent.mockClear()
    sent = []
    await phoneLibrary.load()
    mockCurrentUser(AGENT)
    mockGraphQLQuery('SenderForecastQuery', () => ({
      senderForecast: {
        __typename: 'SenderForecast',
        sender: '+15005550006',
        waitingSegments: 0,
        secondsToDrain: 0,
        queueSegments: 36_000,
      },
    }))
    mockGraphQLQuery('SendersQuery', () => ({ senders: ['+15005550006'] }))
  })

  const serve = (
    errors?: { message: string; extensions: Record<string, unknown> }[]
  ) =>
    mockGraphQLMutation('SendSmsMutation', (variables, { ctx }) => {
      sent.push(variables as (typeof sent)[number])
      if (errors) {
        ctx.errors(errors)
        return { sendSms: null }
      }
      return { sendSms: { ...aMessage(), conversation: aConversation() } }
    })

  const open = () => render(<NewConversationForm onSent={onSent} />)
  const fill = (to: string, body: string) => {
    fireEvent.change(screen.getByLabelText('To'), { target: { value: to } })
    fireEvent.change(screen.getByLabelText('Message'), {
      target: { value: body },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  }

  it('sends to the number that was meant', async () => {
    serve()
    open()
    fill('+44 20 7946 0000', 'Hello')
    await waitFor(() => expect(onSent).toHaveBeenCalled())
    expect(sent).toEqual([
      expect.objectContaining({ to: '+442079460000', body: 'Hello' }),
    ])
  })

  it('reads a number without country code as one of our sender’s country', async () => {
    serve()
    open()
    await waitFor(() => {
      fireEvent.change(screen.getByLabelText('To'), {
        target: { value: '(415) 555-0101' },
      })
      expect(screen.getByText('+1 415 555 0101')).toBeInTheDocument()
    })
    fill('(415) 555-0101', 'Hello')
    await waitFor(() => expect(sent[0]?.to).toBe('+14155550101'))
  })

  it('sends nothing to what is no number, and keeps the text', async () => {
    serve()
    open()
    fill('hello', 'A long text')
    expect(
      await screen.findByText(/That is not a phone number/)
    ).toBeInTheDocument()
    expect(screen.getByLabelText('Message')).toHaveValue('A long text')
    expect(sent).toEqual([])
  })

  it('shows what the server has against it, and keeps the text', async () => {
    serve([
      { message: 'This number opted out.', extensions: { code: 'OPTED_OUT' } },
    ])
    open()
    fill('+442079460000', 'A long text')
    expect(
      await screen.findByText('This number opted out.')
    ).toBeInTheDocument()
    expect(screen.getByLabelText('Message')).toHaveValue('A long text')
    expect(onSent).not.toHaveBeenCalled()
  })

  it('uses another key for another number', async () => {
    serve([{ message: 'No.', extensions: { code: 'BAD_USER_INPUT' } }])
    open()
    fill('+442079460000', 'Hello')
    await waitFor(() => expect(sent).toHaveLength(1))
    await screen.findByText('No.')
    fill('+442079460001', 'Hello')
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[0]?.idempotencyKey).not.toBe(sent[1]?.idempotencyKey)
  })

  it('remembers what was typed when the dialog is closed', () => {
    const { unmount } = open()
    fireEvent.change(screen.getByLabelText('Message'), {
      target: { value: 'half' },
    })
    unmount()
    open()
    expect(screen.getByLabelText('Message')).toHaveValue('half')
  })

  it('asks for a text', async () => {
    serve()
    open()
    fill('+442079460000', '   ')
    expect(
      await screen.findByText('Write a message first.')
    ).toBeInTheDocument()
    expect(sent).toEqual([])
  })
})
