import { screen } from '@redwoodjs/testing/web'

import { aConversation, AGENT, VIEWER } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import Composer from './Composer'

const open = (over = {}) =>
  renderInPage(<Composer conversation={aConversation(over)} />)

const box = () => screen.queryByRole('textbox', { name: 'Message' })

describe('Composer', () => {
  it.each(['ADMIN', 'AGENT'] as const)('lets an %s write', (role) => {
    mockCurrentUser({ ...AGENT, roles: [role] })
    open()
    expect(box()).toBeInTheDocument()
  })

  it('gives a VIEWER a reason instead', () => {
    mockCurrentUser(VIEWER)
    open()
    expect(box()).not.toBeInTheDocument()
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
    expect(screen.getByText(/You can read along/)).toBeInTheDocument()
  })

  it.each([
    ['KEYWORD', 'Maya Okafor wrote STOP'],
    ['OPT_OUT_TYPE', 'Maya Okafor opted out, as Twilio told us'],
    ['REFUSAL', 'Twilio refused a message to Maya Okafor as opted out (21610)'],
    ['OPERATOR', 'A colleague opted Maya Okafor out'],
    ['NEWS', 'Maya Okafor wants no messages'],
  ])(
    'is locked by %s, and says since when, why and until when',
    (source, why) => {
      localStorage.setItem(
        'heliograph.draft.c1',
        JSON.stringify({ text: 'Half a thought' })
      )
      mockCurrentUser(AGENT)
      open({ optedOutAt: '2026-03-03T10:00:00.000Z', optOutSource: source })
      expect(box()).not.toBeInTheDocument()
      const lock = screen.getByRole('status')
      expect(lock).toHaveTextContent(why)
      expect(lock).toHaveTextContent('Mar 3')
      expect(lock).toHaveTextContent('until they write START')
      expect(lock).toHaveTextContent('Your text is kept: “Half a thought”')
    }
  )

  it.each([
    [null, true],
    ['This conversation is closed at Twilio.', false],
  ])(
    'in a Twilio conversation closed because of %j is open: %s',
    (closedBecause, isOpen) => {
      mockCurrentUser(AGENT)
      open({
        channel: 'CHAT',
        twilio: {
          __typename: 'TwilioConversation',
          sid: 'CH1',
          state: 'ACTIVE',
          removedAt: null,
          closedBecause,
          participants: [],
        },
      })
      expect(!!box()).toBe(isOpen)
      expect(
        screen.queryByRole('button', { name: /Attach|Send later/ })
      ).not.toBeInTheDocument()
      if (closedBecause) {
        expect(screen.getByText(closedBecause)).toBeInTheDocument()
      }
    }
  )

  it('opens again with what was written', () => {
    mockCurrentUser(AGENT)
    const { unmount } = open({ optedOutAt: '2026-03-03T10:00:00.000Z' })
    expect(box()).not.toBeInTheDocument()
    unmount()
    open()
    expect(box()).toHaveValue('Half a thought')
  })

  it('writes over WhatsApp, too', () => {
    mockCurrentUser(AGENT)
    open({ channel: 'WHATSAPP' })
    expect(box()).toBeInTheDocument()
  })

  it('writes to nobody who was erased', () => {
    mockCurrentUser(AGENT)
    const { contact } = aConversation()
    open({ contact: { ...contact, erasedAt: '2026-03-03T10:00:00.000Z' } })
    expect(box()).not.toBeInTheDocument()
    expect(screen.getByText(/there is nobody to write to/)).toBeInTheDocument()
  })

  it.each([
    ['+14155550101', /start a new conversation/],
    ['anonymous', /^Calls are listed here\.$/],
  ])('takes no answer to a call of %s', (address, says) => {
    mockCurrentUser(AGENT)
    const { contact } = aConversation()
    open({ channel: 'VOICE', contact: { ...contact, address } })
    expect(box()).not.toBeInTheDocument()
    expect(screen.getByText(says)).toBeInTheDocument()
  })
})
