import { fireEvent, render, screen, waitFor } from '@redwoodjs/testing/web'

import { aConversation, AGENT } from 'src/testing/fixtures'

import GroupConversationForm from './GroupConversationForm'

describe('GroupConversationForm', () => {
  const onStarted = jest.fn()
  let sent: Record<string, unknown>[] = []

  beforeEach(() => {
    onStarted.mockClear()
    sent = []
    mockCurrentUser(AGENT)
  })

  const serve = (message?: string) =>
    mockGraphQLMutation(
      'CreateTwilioConversationMutation',
      (variables, { ctx }) => {
        sent.push(variables)
        if (message) {
          ctx.errors([{ message, extensions: { code: 'TWILIO_ERROR' } }])
        }
        return { createTwilioConversation: message ? null : aConversation() }
      }
    )

  const fill = (name: string, people: string) => {
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: name } })
    fireEvent.change(screen.getByLabelText('People'), {
      target: { value: people },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Start' }))
  }

  it('starts a conversation with phones and others', async () => {
    serve()
    render(<GroupConversationForm onStarted={onStarted} />)
    fill('Order 7', '+14155550100\nada')
    await waitFor(() => expect(onStarted).toHaveBeenCalled())
    expect(sent).toMatchObject([
      {
        friendlyName: 'Order 7',
        participants: [{ address: '+14155550100' }, { identity: 'ada' }],
      },
    ])
  })

  it('wants somebody to talk to', async () => {
    serve()
    render(<GroupConversationForm onStarted={onStarted} />)
    fill('Order 7', ' \n')
    expect(await screen.findByText('Whom is it with?')).toBeInTheDocument()
    expect(sent).toEqual([])
  })

  it('says what Twilio has against it, and asks with the same key again', async () => {
    serve('Twilio did not start the conversation.')
    render(<GroupConversationForm onStarted={onStarted} />)
    fill('Order 7', 'ada')
    expect(
      await screen.findByText('Twilio did not start the conversation.')
    ).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: 'Start' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[0]?.idempotencyKey).toEqual(sent[1]?.idempotencyKey)
    expect(onStarted).not.toHaveBeenCalled()
  })
})
