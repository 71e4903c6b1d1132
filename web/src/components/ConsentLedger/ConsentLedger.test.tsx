import { fireEvent, screen, waitFor } from '@redwoodjs/testing/web'

import {
  aConsentEvent,
  aConversation,
  AGENT,
  VIEWER,
} from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import ConsentLedger from './ConsentLedger'

let written: unknown[]

beforeEach(() => {
  written = []
  mockCurrentUser(AGENT)
  mockGraphQLQuery('ConsentQuery', () => ({
    conversation: {
      __typename: 'Conversation',
      id: 'c1',
      consent: [
        aConsentEvent(),
        aConsentEvent({
          id: 'e2',
          allowed: true,
          source: 'OPERATOR',
          word: null,
          by: 'Ada',
          note: 'Signed the form',
        }),
      ],
    },
  }))
  mockGraphQLMutation('SetConsentMutation', (variables) => {
    written.push(variables)
    return {
      conversation: {
        ...aConversation({ optedOutAt: '2026-03-03T11:00:00.000Z' }),
        consent: [],
      },
    }
  })
})

const show = (optedOutAt: string | null = null) =>
  renderInPage(<ConsentLedger conversation={aConversation({ optedOutAt })} />)
const press = (name: string) =>
  fireEvent.click(screen.getByRole('button', { name }))
const note = (value: string) =>
  fireEvent.change(screen.getByRole('textbox'), { target: { value } })

it('shows who, when and how, the latest first', async () => {
  show()
  const [latest, earlier] = await screen.findAllByRole('listitem')
  expect(latest).toHaveTextContent(/^Opted in again: by Ada.*Signed the form$/)
  expect(earlier).toHaveTextContent(/^Opted out: wrote STOP/)
})

it('opts a contact out, after asking', async () => {
  show()
  press('Opt out…')
  expect(written).toEqual([])
  note('Asked on the phone')
  press('Opt out')
  await waitFor(() =>
    expect(written).toEqual([
      { conversationId: 'c1', allowed: false, note: 'Asked on the phone' },
    ])
  )
})

it('allows messages again only with how they agreed', async () => {
  show('2026-03-03T10:00:00.000Z')
  press('Allow messages…')
  const allow = screen.getByRole('button', { name: 'Allow messages' })
  expect(allow).toBeDisabled()
  note('Signed the form')
  expect(allow).toBeEnabled()
})

it('lets a VIEWER read, and nothing else', async () => {
  mockCurrentUser(VIEWER)
  show()
  await screen.findAllByRole('listitem')
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})
