import { act, fireEvent, screen, waitFor, within } from '@redwoodjs/testing/web'

import { attachments } from 'src/lib/attachments/attachments'
import { outbox } from 'src/lib/outbox/outbox'
import { aConversation, aForecast, aMessage, AGENT } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'
import { aFile, serveUploads } from 'src/testing/uploads'

import ComposerForm from './ComposerForm'

jest.mock('src/lib/attachments/uploadFile', () => ({
  ...jest.requireActual('src/lib/attachments/uploadFile'),
  uploadFile: jest.fn(),
}))

type Variables = {
  body: string
  attachmentIds?: string[]
  idempotencyKey: string
}

let lastConversation = 0

describe('ComposerForm’s attachments', () => {
  let uploads: ReturnType<typeof serveUploads>
  let sent: Variables[]
  let isRefused = false
  let conversation = aConversation()

  beforeEach(() => {
    localStorage.clear()
    mockCurrentUser(AGENT)
    uploads = serveUploads()
    sent = []
    isRefused = false
    // Attachments outlive the page's parts, so each test has a conversation of its own.
    lastConversation += 1
    conversation = aConversation({ id: `attaching${lastConversation}` })
    mockGraphQLQuery('SenderForecastQuery', () => aForecast())
    mockGraphQLMutation('SendSmsMutation', (variables, { ctx }) => {
      sent.push(variables as Variables)
      if (isRefused) {
        ctx.errors([
          { message: 'Not now.', extensions: { code: 'RATE_LIMITED' } },
        ])
        return { sendSms: null }
      }
      return { sendSms: { ...aMessage(), conversation } }
    })
  })

  // What is still going up goes on elsewhere, and would take the next test's turn.
  afterEach(() => attachments.clear(conversation.id))

  /** All that was sent has its answer. */
  const isAnswered = () =>
    waitFor(() => expect(outbox.get(conversation.id)).toEqual([]))

  const open = () =>
    renderInPage(
      <section>
        <ComposerForm conversation={conversation} />
      </section>
    )
  const box = () => screen.getByRole('textbox', { name: 'Message' })
  const type = (text: string) =>
    fireEvent.change(box(), { target: { value: text } })
  const enter = () => fireEvent.keyDown(box(), { key: 'Enter' })
  const send = () => screen.getByRole('button', { name: 'Send' })
  const choose = (...files: File[]) =>
    act(async () => {
      fireEvent.change(screen.getByLabelText('Files'), { target: { files } })
    })
  const chips = () => screen.queryAllByRole('listitem')
  const chip = (name: string) => {
    const found = chips().find((each) => within(each).queryByText(name))
    expect(found).toBeDefined()
    return found as HTMLElement
  }
  const settle = (answer: () => void) => act(async () => answer())

  it('go up at once, say how far they are, and go with the text', async () => {
    open()
    type('Look!')
    await choose(aFile('cat.png'))
    expect(uploads).toHaveLength(1)
    act(() => uploads[0]?.progress(0.42))
    expect(within(chip('cat.png')).getByRole('progressbar')).toHaveAttribute(
      'aria-valuenow',
      '42'
    )
    await settle(() => uploads[0]?.succeed({ id: 'u1' }))
    expect(chip('cat.png')).toHaveTextContent('41 kB')
    enter()
    expect(chips()).toHaveLength(0)
    expect(box()).toHaveValue('')
    await isAnswered()
    expect(sent).toMatchObject([{ body: 'Look!', attachmentIds: ['u1'] }])
  })

  it('go one by one over WhatsApp, and without a text beside what is no picture', async () => {
    conversation = aConversation({ id: conversation.id, channel: 'WHATSAPP' })
    open()
    await choose(aFile('cat.png'), aFile('dog.png'))
    await settle(() => uploads.forEach((upload) => upload.succeed()))
    expect(send()).toBeDisabled()
    expect(send()).toHaveAccessibleDescription(/one file in a message/)
    fireEvent.click(screen.getByRole('button', { name: /Remove.*dog/ }))
    type('Look!')
    expect(send()).toBeEnabled()

    fireEvent.click(screen.getByRole('button', { name: /Remove.*cat/ }))
    await choose(aFile('list.pdf', 'application/pdf'))
    await settle(() => uploads.at(-1)?.succeed())
    expect(send()).toBeDisabled()
    expect(send()).toHaveAccessibleDescription(/no text beside such a file/)
    type('')
    expect(send()).toBeEnabled()
  })

  it('go without a text, too', async () => {
    open()
    await choose(aFile())
    await settle(() => uploads[0]?.succeed({ id: 'u1' }))
    fireEvent.click(send())
    await waitFor(() => expect(sent).toHaveLength(1))
    await isAnswered()
    expect(sent).toMatchObject([{ body: '', attachmentIds: ['u1'] }])
  })

  it('are waited for: nothing is sent, and the button says why', async () => {
    open()
    type('Look!')
    await choose(aFile())
    enter()
    expect(send()).toBeDisabled()
    expect(send()).toHaveAccessibleDescription(
      'This can be sent when the upload is done.'
    )
    await settle(() => uploads[0]?.succeed())
    expect(send()).toBeEnabled()
    expect(sent).toHaveLength(0)
  })

  it('say at their chip why they failed, keep the text, and are tried again', async () => {
    open()
    type('Look!')
    await choose(aFile())
    await settle(() => uploads[0]?.fail('Not now.', true))
    expect(within(chip('cat.png')).getByRole('alert')).toHaveTextContent(
      'Not now.'
    )
    enter()
    expect(sent).toHaveLength(0)
    expect(send()).toBeDisabled()
    expect(box()).toHaveValue('Look!')

    fireEvent.click(screen.getByRole('button', { name: 'Try cat.png again' }))
    await waitFor(() => expect(uploads).toHaveLength(2))
    await settle(() => uploads[1]?.succeed())
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(send()).toBeEnabled()
  })

  it('are not tried again where it is no use, and can be removed', async () => {
    open()
    type('Look!')
    await choose(aFile('cat.exe'))
    await settle(() => uploads[0]?.fail('Twilio takes no such file.'))
    expect(
      screen.queryByRole('button', { name: /again/ })
    ).not.toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: 'Remove cat.exe' }))
    expect(chips()).toHaveLength(0)
    expect(send()).toBeEnabled()
  })

  it('stop going up when they are removed, and leave their place to the next', async () => {
    open()
    await choose(aFile('1.png'), aFile('2.png'), aFile('3.png'))
    expect(uploads.map(({ file }) => file.name)).toEqual(['1.png', '2.png'])
    fireEvent.click(screen.getByRole('button', { name: 'Remove 1.png' }))
    expect(uploads[0]?.isAborted()).toBe(true)
    await waitFor(() => expect(uploads).toHaveLength(3))
    expect(chips()).toHaveLength(2)
  })

  it('come back with their text when it is refused, and are sent again under the same key', async () => {
    isRefused = true
    open()
    type('Look!')
    await choose(aFile())
    await settle(() => uploads[0]?.succeed({ id: 'u1' }))
    enter()
    await screen.findByText('Not now.')
    expect(box()).toHaveValue('Look!')
    expect(chip('cat.png')).toBeInTheDocument()
    isRefused = false
    enter()
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]).toEqual(sent[0])
  })

  it('have another key when one of them is gone', async () => {
    isRefused = true
    open()
    type('Look!')
    await choose(aFile())
    await settle(() => uploads[0]?.succeed({ id: 'u1' }))
    enter()
    await screen.findByText('Not now.')
    fireEvent.click(screen.getByRole('button', { name: 'Remove cat.png' }))
    enter()
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]?.attachmentIds).toBeUndefined()
    expect(sent[1]?.idempotencyKey).not.toBe(sent[0]?.idempotencyKey)
  })

  it('are there after a reload, as far as the server has them', async () => {
    const { unmount } = open()
    await choose(aFile('cat.png'))
    await settle(() => uploads[0]?.succeed({ id: 'u1' }))
    unmount()
    open()
    expect(chip('cat.png')).toHaveTextContent('41 kB')
    expect(chip('cat.png').querySelector('img')).toHaveAttribute(
      'src',
      expect.stringMatching(/\/media\/u1$/)
    )
    enter()
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.attachmentIds).toEqual(['u1'])
  })

  it('go on going up while another conversation is open', async () => {
    const { unmount } = open()
    await choose(aFile())
    unmount()
    await settle(() => uploads[0]?.succeed({ id: 'u1' }))
    open()
    expect(chip('cat.png')).toHaveTextContent('41 kB')
  })

  it('are ten at most, and that is said at once', async () => {
    open()
    await choose(...Array.from({ length: 11 }, (_, n) => aFile(`${n}.png`)))
    expect(chips()).toHaveLength(10)
    expect(screen.getByRole('alert')).toHaveTextContent(
      'A message can have 10 attachments: one was left out.'
    )
  })

  it('come by paste and by drop, and a drop elsewhere does nothing', () => {
    open()
    fireEvent.paste(box(), {
      clipboardData: { types: ['Files'], files: [aFile('pasted.png')] },
    })
    expect(chip('pasted.png')).toBeInTheDocument()

    const dataTransfer = { types: ['Files'], files: [aFile('dropped.png')] }
    expect(fireEvent.dragOver(box(), { dataTransfer })).toBe(false)
    expect(screen.getByText('Drop to attach')).toBeInTheDocument()
    fireEvent.drop(box(), { dataTransfer })
    expect(chip('dropped.png')).toBeInTheDocument()
    expect(screen.queryByText('Drop to attach')).not.toBeInTheDocument()

    // Not prevented, the browser would leave the page for the file.
    expect(fireEvent.dragOver(document.body, { dataTransfer })).toBe(false)
    expect(fireEvent.drop(document.body, { dataTransfer })).toBe(false)
    expect(chips()).toHaveLength(2)
  })

  it('leave a text that is dragged alone', () => {
    open()
    const dataTransfer = { types: ['text/plain'], files: [] }
    expect(fireEvent.dragOver(box(), { dataTransfer })).toBe(true)
    expect(fireEvent.drop(box(), { dataTransfer })).toBe(true)
    expect(chips()).toHaveLength(0)
  })

  it('make it an MMS, which is not counted in texts', async () => {
    open()
    type('It’s here')
    expect(await screen.findByText(/1 text · UCS-2/)).toBeInTheDocument()
    await choose(aFile())
    expect(screen.getByText(/MMS ·/)).toBeInTheDocument()
    expect(screen.queryByText(/UCS-2/)).not.toBeInTheDocument()
  })
})
