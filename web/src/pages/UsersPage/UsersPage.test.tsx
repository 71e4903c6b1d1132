import { fireEvent, screen, waitFor, within } from '@redwoodjs/testing/web'

import { Failure, Loading } from 'src/components/UserAccountsCell'
import { standard } from 'src/components/UserAccountsCell/UserAccountsCell.mock'
import { ADMIN, AGENT } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import UsersPage from './UsersPage'

let asked: { name: string; variables: unknown }[]

const serve = (name: string, answer: Record<string, unknown>) =>
  mockGraphQLMutation(name, (variables) => {
    asked.push({ name, variables })
    return answer
  })

beforeEach(() => {
  asked = []
  mockCurrentUser(ADMIN)
  mockGraphQLQuery('UserAccountsQuery', standard)
})

it('shows who works here, who is invited, and who has left', async () => {
  renderInPage(<UsersPage />)
  const list = await screen.findByRole('list', { name: 'Users' })
  const [ada, ben, cleo] = within(list).getAllByRole('listitem')
  expect(ada).toHaveTextContent(/Ada.*Last seen/)
  expect(ben).toHaveTextContent(/ben@example.com.*Invited until/)
  expect(cleo).toHaveTextContent(/Cleo.*Deactivated/)
  expect(within(cleo as HTMLElement).getByRole('combobox')).toBeDisabled()
})

it('is for administrators', () => {
  mockCurrentUser(AGENT)
  renderInPage(<UsersPage />)
  expect(
    screen.getByText('This page is for administrators')
  ).toBeInTheDocument()
})

it('invites, and shows the link once', async () => {
  const link = 'https://inbox.example.com/invitation#token'
  const [, ben] = standard().userAccounts
  serve('InviteUserMutation', { inviteUser: { link, account: ben } })
  renderInPage(<UsersPage />)
  fireEvent.click(await screen.findByRole('button', { name: 'Invite' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(within(dialog).getByLabelText('Email'), {
    target: { value: 'ben@example.com' },
  })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Invite' }))
  expect(await within(dialog).findByText(link)).toBeInTheDocument()
  expect(asked[0]?.variables).toEqual({
    input: { email: 'ben@example.com', name: '', role: 'AGENT' },
  })
  fireEvent.click(within(dialog).getByRole('button', { name: 'I have it' }))
  await waitFor(() => expect(screen.queryByText(link)).not.toBeInTheDocument())
})

it('gives another role, and activates who has left', async () => {
  const [ada] = standard().userAccounts
  serve('ChangeUserMutation', { changeUser: { ...ada, role: 'AGENT' } })
  renderInPage(<UsersPage />)
  const role = await screen.findByLabelText('Role of ada@example.com')
  fireEvent.change(role, { target: { value: 'AGENT' } })
  await waitFor(() => expect(asked).toHaveLength(1))
  fireEvent.click(
    screen.getByRole('button', { name: 'Activate cleo@example.com' })
  )
  await waitFor(() => expect(asked).toHaveLength(2))
  expect(asked.map(({ variables }) => variables)).toEqual([
    { id: 'u1', change: { role: 'AGENT' } },
    { id: 'u3', change: { isActive: true } },
  ])
})

it('shows rows to come while it loads, and offers another try when it fails', () => {
  renderInPage(<Loading />)
  expect(screen.getByRole('status')).toHaveTextContent(/^Loading/)
  const refetch = jest.fn()
  renderInPage(
    <Failure error={new Error('no')} queryResult={{ refetch } as never} />
  )
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
  expect(refetch).toHaveBeenCalledTimes(1)
})
