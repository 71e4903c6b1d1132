import { createEvent, fireEvent, screen, waitFor } from '@redwoodjs/testing/web'

import ComposerForm from 'src/components/ComposerForm'
import {
  aCannedReply,
  aConversation,
  aForecast,
  aMessage,
  AGENT,
} from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

const REPLIES = [
  aCannedReply({ id: 'r1', shortcut: 'hours', text: 'Hello {name}, 9 to 5.' }),
  aCannedReply({ id: 'r2', shortcut: 'address', text: 'Main St 1. {agent}' }),
  aCannedReply({ id: 'r3', shortcut: 'late', text: 'After hours, too.' }),
]

describe('ComposerField’s canned replies', () => {
  let sent = 0
  let replies = REPLIES
  let conversation = aConversation()

  beforeEach(() => {
    localStorage.clear()
    mockCurrentUser(AGENT)
    sent = 0
    replies = REPLIES
    conversation = aConversation()
    mockGraphQLQuery('SenderForecastQuery', () => aForecast())
    mockGraphQLQuery('CannedRepliesQuery', () => ({ cannedReplies: replies }))
    mockGraphQLMutation('SendSmsMutation', () => {
      sent += 1
      return { sendSms: { ...aMessage(), conversation } }
    })
  })

  const open = () => renderInPage(<ComposerForm conversation={conversation} />)
  const box = () => screen.getByLabelText<HTMLTextAreaElement>('Message')

  /** Writes a text; the caret stands where it has a bar, else at its end. */
  const type = (text: string) => {
    const caret = text.includes('|') ? text.indexOf('|') : text.length
    fireEvent.change(box(), { target: { value: text.replace('|', '') } })
    box().setSelectionRange(caret, caret)
    fireEvent.select(box())
  }
  const press = (key: string, init: object = {}) => {
    const event = createEvent.keyDown(box(), { key, ...init })
    fireEvent(box(), event)
    return event
  }
  const options = () =>
    screen
      .queryAllByRole('option')
      .map((option) => /^\/([a-z]+)/.exec(option.textContent ?? '')?.[1])
  const active = () => {
    const id = box().getAttribute('aria-activedescendant') ?? 'none'
    return document.getElementById(id)?.textContent
  }
  const listed = () => screen.findByRole('listbox')

  it('are listed behind a slash, and found by shortcut and by text', async () => {
    open()
    type('/')
    await listed()
    expect(options()).toEqual(['address', 'hours', 'late'])
    type('Well, /HOUR')
    expect(options()).toEqual(['hours', 'late'])
    type('Well, /hours ')
    expect(options()).toEqual([])
  })

  it('are a listbox of the text area, which keeps the focus', async () => {
    open()
    box().focus()
    type('/')
    const list = await listed()
    expect(box()).toHaveAttribute('role', 'combobox')
    expect(box()).toHaveAttribute('aria-expanded', 'true')
    expect(box()).toHaveAttribute('aria-controls', list.id)
    expect(box()).toHaveFocus()
    expect(active()).toMatch(/^\/address/)
    type('')
    expect(box()).not.toHaveAttribute('role')
    expect(box()).not.toHaveAttribute('aria-expanded')
    expect(box()).not.toHaveAttribute('aria-activedescendant')
  })

  it.each(['Enter', 'Tab'])(
    'are inserted by %s in the place of the word, and nothing is sent',
    async (key) => {
      open()
      type('Well, /ho| See you')
      await listed()
      expect(press(key).defaultPrevented).toBe(true)
      expect(box()).toHaveValue('Well, Hello Maya Okafor, 9 to 5. See you')
      expect(box().selectionStart).toBe(32)
      expect(options()).toEqual([])
      expect(sent).toBe(0)
      // It is a draft like one that was typed.
      expect(localStorage.getItem('heliograph.draft.c1')).toContain('9 to 5')
    }
  )

  it('send nothing for an Enter that is held, and are sent by the next', async () => {
    open()
    type('/hours')
    await listed()
    press('Enter')
    press('Enter', { repeat: true })
    expect(sent).toBe(0)
    press('Enter')
    await waitFor(() => expect(sent).toBe(1))
    expect(box()).toHaveValue('')
  })

  it('are chosen by the arrows, around the end', async () => {
    open()
    type('/')
    await listed()
    press('ArrowUp')
    expect(active()).toMatch(/^\/late/)
    press('ArrowDown')
    press('ArrowDown')
    expect(active()).toMatch(/^\/hours/)
    press('Enter')
    expect(box()).toHaveValue('Hello Maya Okafor, 9 to 5.')
  })

  it('are chosen by a finger, which does not take the focus away', async () => {
    open()
    box().focus()
    type('/')
    await listed()
    const option = screen.getByRole('option', { name: /address/ })
    expect(fireEvent.mouseDown(option)).toBe(false)
    fireEvent.click(option)
    expect(box()).toHaveValue('Main St 1. Ada')
    expect(box()).toHaveFocus()
  })

  it('go by Escape, which leaves the text; the slash then stays a slash', async () => {
    open()
    type('/hours')
    await listed()
    press('Escape')
    expect(options()).toEqual([])
    type('/hourss')
    type('/hours')
    expect(options()).toEqual([])
    press('Enter')
    await waitFor(() => expect(sent).toBe(1))
    expect(box()).toHaveValue('')
    type('/ho')
    await listed()
  })

  it('stay out of an IME’s way', async () => {
    open()
    type('/')
    await listed()
    for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
      expect(press('Enter', init).defaultPrevented).toBe(false)
      expect(press('ArrowDown', init).defaultPrevented).toBe(false)
    }
    expect(box()).toHaveValue('/')
    expect(active()).toMatch(/^\/address/)
  })

  it('do not send before it is known whether there are any', async () => {
    open()
    type('/hours')
    press('Enter')
    await listed()
    expect(sent).toBe(0)
    expect(box()).toHaveValue('/hours')
  })

  it('leave a word alone that finds none', async () => {
    open()
    type('/')
    await listed()
    type('/zzz')
    expect(options()).toEqual([])
    expect(box()).not.toHaveAttribute('role')
    press('Enter')
    await waitFor(() => expect(sent).toBe(1))
  })

  it('teach where there are none, and send nothing by mistake', async () => {
    replies = []
    open()
    type('/')
    const link = await screen.findByRole('link', {
      name: 'Write the first one',
    })
    expect(link).toHaveAttribute('href', '/canned-replies')
    press('Enter')
    expect(sent).toBe(0)
    press('Escape')
    expect(link).not.toBeInTheDocument()
  })

  it('say so when they can not be loaded', async () => {
    mockGraphQLQuery('CannedRepliesQuery', (_variables, { ctx }) => {
      ctx.status(503)
      return { cannedReplies: [] }
    })
    open()
    type('/hours')
    expect(await screen.findByText(/could not be loaded/)).toBeInTheDocument()
    press('Enter')
    expect(sent).toBe(0)
    press('Escape')
    press('Enter')
    await waitFor(() => expect(sent).toBe(1))
  })

  it('go when the focus goes', async () => {
    open()
    box().focus()
    type('/')
    await listed()
    fireEvent.blur(box())
    expect(options()).toEqual([])
  })
})
