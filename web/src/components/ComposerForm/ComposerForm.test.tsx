import { createEvent, fireEvent, screen, waitFor } from '@redwoodjs/testing/web'

import { outbox } from 'src/lib/outbox/outbox'
import { aConversation, aForecast, aMessage, AGENT } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import ComposerForm from './ComposerForm'

jest.mock('src/lib/live/waitToRetry', () => ({
  waitToRetry: () => Promise.resolve(),
}))

const conversation = aConversation()

const badInput = (message: string) => ({
  errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }],
})

type Variables = {
  body: string
  to: string
  from: string
  sendAt?: string
  idempotencyKey: string
}

/** A server that keeps what it is sent, and answers as `answer` says. */
function serve(
  answer: (variables: Variables, n: number) => unknown = () => undefined
) {
  const sent: Variables[] = []
  mockGraphQLMutation('SendSmsMutation', (variables, { ctx }) => {
    const input = variables as Variables
    sent.push(input)
    const other = answer(input, sent.length) as
      | {
          errors?: { message: string; extensions: Record<string, unknown> }[]
          status?: number
        }
      | undefined
    if (other?.errors) {
      ctx.errors(other.errors)
      return { sendSms: null }
    }
    if (other?.status) {
      ctx.status(other.status)
    }
    return {
      sendSms: { ...aMessage({ body: input.body }), conversation },
    }
  })
  return sent
}

/** All that was sent has its answer. */
const isAnswered = () => waitFor(() => expect(outbox.get('c1')).toEqual([]))

const forecast = (waitingSegments: number) =>
  mockGraphQLQuery('SenderForecastQuery', () => aForecast(waitingSegments))

const box = () =>
  screen.getByRole('textbox', { name: 'Message' }) as HTMLTextAreaElement
const type = (text: string) =>
  fireEvent.change(box(), { target: { value: text } })
const enter = (init: object = {}) => {
  const event = createEvent.keyDown(box(), {
    key: 'Enter',
    code: 'Enter',
    ...init,
  })
  fireEvent(box(), event)
  return event
}

describe('ComposerForm', () => {
  beforeEach(() => {
    localStorage.clear()
    mockCurrentUser(AGENT)
    forecast(0)
  })

  const open = (shown = conversation) =>
    renderInPage(<ComposerForm conversation={shown} />)

  it('sends by Enter, from the number that was written to, and is empty then', async () => {
    const sent = serve()
    open()
    type('Hello')
    enter()
    expect(box()).toHaveValue('')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent).toEqual([
      expect.objectContaining({
        body: 'Hello',
        to: '+14155550101',
        from: '+15005550006',
      }),
    ])
  })

  it('answers over WhatsApp who wrote over it, and counts no texts there', async () => {
    const sent = serve()
    open(aConversation({ channel: 'WHATSAPP' }))
    type('Hello')
    expect(screen.queryByText(/GSM-7/)).not.toBeInTheDocument()
    enter()
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent).toEqual([
      expect.objectContaining({
        to: 'whatsapp:+14155550101',
        from: '+15005550006',
      }),
    ])
    await isAnswered()
  })

  it('sends once for an Enter that is held', async () => {
    const sent = serve()
    open()
    type('Hello')
    enter()
    for (let n = 0; n < 20; n += 1) {
      expect(enter({ repeat: true }).defaultPrevented).toBe(true)
    }
    await isAnswered()
    expect(sent).toHaveLength(1)
  })

  it('does not send at all for an Enter that was held before there was a text', () => {
    const sent = serve()
    open()
    type('Hello')
    enter({ repeat: true })
    expect(sent).toHaveLength(0)
  })

  it('sends once for a double click, and for a second Enter before the answer', async () => {
    const sent = serve()
    open()
    type('Hello')
    const button = screen.getByRole('button', { name: 'Send' })
    fireEvent.click(button)
    fireEvent.click(button)
    enter()
    await isAnswered()
    expect(sent).toHaveLength(1)
  })

  it('makes a new line by Shift+Enter, and picks a word by an Enter of an IME', () => {
    const sent = serve()
    open()
    type('Hello')
    expect(enter({ shiftKey: true }).defaultPrevented).toBe(false)
    expect(enter({ isComposing: true }).defaultPrevented).toBe(false)
    expect(enter({ keyCode: 229 }).defaultPrevented).toBe(false)
    expect(sent).toHaveLength(0)
  })

  it.each([
    [
      'what the server does not take',
      () => badInput('That number cannot be texted.'),
      'That number cannot be texted.',
    ],
    [
      'a contact who has opted out meanwhile',
      () => ({
        errors: [
          {
            message: 'This contact has opted out.',
            extensions: { code: 'OPTED_OUT' },
          },
        ],
      }),
      'This contact has opted out.',
    ],
  ])(
    'gives the text back, and says why, on %s',
    async (_what, answer, says) => {
      serve(answer)
      open()
      type('Hello')
      enter()
      expect(box()).toHaveValue('')
      expect(
        await screen.findByText(says, { exact: false })
      ).toBeInTheDocument()
      expect(box()).toHaveValue('Hello')
      expect(outbox.get('c1')).toEqual([])
    }
  )

  it('lets the next text be written meanwhile, before which one comes back', async () => {
    serve(() => badInput('That number cannot be texted.'))
    open()
    type('Hello')
    enter()
    type('And')
    expect(box()).toHaveValue('And')
    expect(await screen.findByText(/cannot be texted/)).toBeInTheDocument()
    expect(box()).toHaveValue('Hello\nAnd')
    expect(localStorage.getItem('heliograph.draft.c1')).toContain('Hello')
  })

  it('asks again under the same key where no answer came', async () => {
    const sent = serve((_variables, n) => (n < 3 ? { status: 503 } : undefined))
    open()
    type('Hello')
    enter()
    await waitFor(() => expect(sent).toHaveLength(3))
    const keys = new Set(sent.map(({ idempotencyKey }) => idempotencyKey))
    expect(keys.size).toBe(1)
    await isAnswered()
  })

  it('sends what came back under the key that the server may know it by, and another text under another', async () => {
    const sent = serve((_variables, n) =>
      n < 3 ? badInput('Not now.') : undefined
    )
    const { unmount } = open()
    type('Hello')
    enter()
    await screen.findByText('Not now.')
    unmount()

    open()
    expect(box()).toHaveValue('Hello')
    enter()
    await screen.findByText('Not now.')
    type('Hello you')
    enter()
    await isAnswered()

    const [first, second, third] = sent.map(
      ({ idempotencyKey }) => idempotencyKey
    )
    expect(first).toBeTruthy()
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('sends the same text twice when it is written twice', async () => {
    const sent = serve()
    open()
    type('Hello')
    enter()
    type('Hello')
    enter()
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[0]?.idempotencyKey).not.toBe(sent[1]?.idempotencyKey)
  })

  it('keeps a draft for each conversation', () => {
    const { unmount } = open()
    type('half a thought')
    unmount()
    const other = renderInPage(
      <ComposerForm conversation={aConversation({ id: 'c2' })} />
    )
    expect(box()).toHaveValue('')
    other.unmount()
    open()
    expect(box()).toHaveValue('half a thought')
  })

  it('sends later what is to be sent later, under a key of its own', async () => {
    const sent = serve((_variables, n) =>
      n === 1 ? badInput('Not now.') : undefined
    )
    open()
    type('See you')
    enter()
    await screen.findByText('Not now.')

    fireEvent.click(screen.getByRole('button', { name: 'Send later' }))
    fireEvent.change(await screen.findByLabelText('Send at'), {
      target: { value: '2999-03-03T09:00' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Schedule' }))
    expect(box()).toHaveValue('')
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[0]?.sendAt).toBeUndefined()
    expect(sent[1]?.sendAt).toBe(new Date(2999, 2, 3, 9).toISOString())
    expect(sent[1]?.idempotencyKey).not.toBe(sent[0]?.idempotencyKey)
  })

  it('names the character that makes it more texts', async () => {
    open()
    type(`It’s ${'x'.repeat(100)}`)
    expect(
      await screen.findByText('The “’” makes this 2 texts instead of 1.')
    ).toBeInTheDocument()
    expect(screen.getByText(/2 texts · UCS-2/)).toBeInTheDocument()
  })

  it('says how long it takes where much waits', async () => {
    forecast(240)
    open()
    type('Hello')
    expect(
      await screen.findByText(/About 4 minutes until this goes out/)
    ).toBeInTheDocument()
  })

  it('counts, and sends neither nothing nor too much', () => {
    const sent = serve()
    open()
    type('   ')
    enter()
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled()
    type('x'.repeat(1601))
    expect(screen.getByText('1,601 / 1,600')).toBeInTheDocument()
    enter()
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled()
    expect(sent).toHaveLength(0)
    expect(box()).toHaveValue('x'.repeat(1601))
  })
})
