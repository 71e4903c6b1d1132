import { navigate } from '@redwoodjs/router'
import {
  configure,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@redwoodjs/testing/web'

import { Empty, Failure, Loading } from 'src/components/AuditEntriesCell'
import { standard } from 'src/components/AuditEntriesCell/AuditEntriesCell.mock'
import { ADMIN, AGENT } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import AuditPage from './AuditPage'

// Each action is an option, and jsdom looks at every one of them for a role.
configure({ asyncUtilTimeout: 10_000 })
jest.setTimeout(60_000)

let asked: Record<string, unknown>[]

beforeEach(() => {
  asked = []
  navigate('/audit')
  mockCurrentUser(ADMIN)
  mockGraphQLQuery('AuditEntriesQuery', (variables) => {
    asked.push(variables)
    return standard()
  })
  mockGraphQLQuery('AuditActorsQuery', {
    userAccounts: [
      { id: 'u1', name: 'Ada', email: 'ada@example.com' },
      { id: 'u2', name: null, email: 'ben@example.com' },
    ],
    apiKeys: [{ id: 'k1', name: 'Report', prefix: 'hg_abcdefgh' }],
  })
})

it('shows who did what to which thing, from where', async () => {
  renderInPage(<AuditPage />)
  const list = await screen.findByRole('list', { name: 'Audit log' })
  const [changed, refused, unknown] = within(list).getAllByRole('listitem')
  expect(changed).toHaveTextContent(
    /Done.*Ada.*Changed a user: Ben.*role: AGENT → ADMIN.*192\.0\.2\.1/
  )
  expect(refused).toHaveTextContent(/Refused.*Ben.*Asked for api keys/)
  expect(unknown).toHaveTextContent(
    /Outcome unknown.*Report \(API key\).*Erased a contact: …456789ab/
  )
})

it('a row opens all that is known of it', async () => {
  renderInPage(<AuditPage />)
  const list = await screen.findByRole('list', { name: 'Audit log' })
  const [changed] = within(list).getAllByRole('listitem')
  expect(changed).not.toHaveTextContent('Lantern/1.0')
  const details = within(changed as HTMLElement).getByRole('group')
  ;(details as HTMLDetailsElement).open = true
  fireEvent(details, new Event('toggle'))
  await waitFor(() =>
    expect(changed).toHaveTextContent(
      /Ada · ada@example\.com.*changeUser · Administration.*role: ADMIN.*Lantern\/1\.0.*s1.*r1/
    )
  )
})

it('keeps the filter in the address, and asks for what it leaves', async () => {
  renderInPage(<AuditPage />)
  const who = await screen.findByRole('combobox', { name: 'Who' })
  await within(who).findByRole('option', { name: 'ben@example.com' })
  fireEvent.change(who, { target: { value: 'u2' } })
  fireEvent.change(screen.getByRole('combobox', { name: 'What' }), {
    target: { value: 'group:EXPORT' },
  })
  fireEvent.change(screen.getByRole('combobox', { name: 'When' }), {
    target: { value: '7' },
  })
  const search = screen.getByRole('searchbox', { name: 'Search' })
  fireEvent.change(search, { target: { value: 'Ben' } })
  fireEvent.submit(search)
  await waitFor(() =>
    expect(asked.at(-1)).toEqual({
      filter: {
        search: 'Ben',
        actorId: 'u2',
        group: 'EXPORT',
        from: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    })
  )
  expect(Object.fromEntries(new URLSearchParams(location.search))).toEqual({
    q: 'Ben',
    actor: 'u2',
    group: 'EXPORT',
    days: '7',
  })
  const link = screen.getByRole('link', { name: 'Download CSV' })
  expect(link).toHaveAttribute(
    'href',
    expect.stringMatching(
      /\/audit\.csv\?search=Ben&actorId=u2&group=EXPORT&from=\d{4}/
    )
  )
})

it('one action takes the place of a group', async () => {
  navigate('/audit?group=EXPORT')
  renderInPage(<AuditPage />)
  const what = await screen.findByRole('combobox', { name: 'What' })
  expect(what).toHaveValue('group:EXPORT')
  fireEvent.change(what, { target: { value: 'action:logIn' } })
  await waitFor(() =>
    expect(asked.at(-1)).toEqual({ filter: { action: 'logIn' } })
  )
})

it('days of one’s own are whole days', async () => {
  navigate('/audit?from=2026-03-02&to=2026-03-03')
  renderInPage(<AuditPage />)
  await waitFor(() => expect(asked).toHaveLength(1))
  const { from, to } = asked[0]?.filter as { from: string; to: string }
  expect(Date.parse(to) - Date.parse(from)).toBe(48 * 60 * 60 * 1000)
  expect(screen.getByLabelText('From')).toHaveValue('2026-03-02')
})

it('is for administrators', () => {
  mockCurrentUser(AGENT)
  renderInPage(<AuditPage />)
  expect(
    screen.getByText('This page is for administrators')
  ).toBeInTheDocument()
  expect(asked).toEqual([])
})

it('says that it loads, that there is nothing, and what went wrong', () => {
  renderInPage(<Loading />)
  expect(screen.getByRole('status')).toHaveTextContent('Loading the audit log')
  renderInPage(<Empty />)
  expect(screen.getByText('Nothing was found')).toBeInTheDocument()
  renderInPage(<Failure error={new Error('away')} />)
  expect(screen.getByRole('alert')).toHaveTextContent('The audit log')
})
