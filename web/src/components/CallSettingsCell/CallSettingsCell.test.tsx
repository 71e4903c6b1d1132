import { fireEvent, screen, waitFor, within } from '@redwoodjs/testing/web'

import CallSettingsPage from 'src/pages/CallSettingsPage'
import { ADMIN, aCallSettings, AGENT } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import { Failure, Loading } from './CallSettingsCell'
import { standard } from './CallSettingsCell.mock'

describe('CallSettingsCell', () => {
  it('shows rows to come while it loads', () => {
    renderInPage(<Loading />)
    expect(screen.getByRole('status')).toHaveTextContent(/^Loading/)
  })

  it('offers another try when it fails', () => {
    const refetch = jest.fn()
    renderInPage(
      <Failure error={new Error('no')} queryResult={{ refetch } as never} />
    )
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(refetch).toHaveBeenCalledTimes(1)
  })
})

describe('the page of how calls are answered', () => {
  let written: unknown[]
  let refusal: string | null

  beforeEach(() => {
    written = []
    refusal = null
    mockCurrentUser(ADMIN)
    mockGraphQLQuery('CallSettingsQuery', standard)
    mockGraphQLMutation('SaveCallSettingsMutation', (variables, { ctx }) => {
      written.push(variables)
      if (refusal) {
        const extensions = { code: 'BAD_USER_INPUT' }
        ctx.errors([{ message: refusal, extensions }] as never)
      }
      return { saveCallSettings: aCallSettings(variables) }
    })
    mockGraphQLMutation('DeleteCallSettingsMutation', (variables) => {
      written.push(variables)
      return { deleteCallSettings: { __typename: 'CallSettings', id: 'k2' } }
    })
  })

  const open = async () => {
    renderInPage(<CallSettingsPage />)
    return screen.findByRole('list', { name: 'How calls are answered' })
  }
  const press = (name: string) =>
    fireEvent.click(screen.getByRole('button', { name }))
  const write = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })
  const isClosed = () =>
    waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())

  it('is for administrators', () => {
    mockCurrentUser(AGENT)
    renderInPage(<CallSettingsPage />)
    expect(
      screen.getByText('This page is for administrators')
    ).toBeInTheDocument()
    expect(screen.queryByRole('list')).not.toBeInTheDocument()
  })

  it('lists what callers hear, for all numbers first', async () => {
    const rows = within(await open()).getAllByRole('listitem')
    expect(rows[0]).toHaveTextContent(
      /All numbers.*Voicemail of up to 1:30 · British English.*Please leave/
    )
    expect(rows[1]).toHaveTextContent(
      /\+1 500 555 0006.*Announcement · German \(Germany\).*Wir haben zu\./
    )
    expect(
      screen.queryByRole('button', { name: 'Delete: all numbers' })
    ).not.toBeInTheDocument()
  })

  it('changes those of all numbers', async () => {
    await open()
    press('Edit: all numbers')
    expect(screen.queryByLabelText('Number')).not.toBeInTheDocument()
    write('Greeting', 'Speak now.')
    write('Longest voicemail, in seconds', '60')
    press('Save')
    await isClosed()
    expect(written).toEqual([
      {
        address: null,
        answer: 'RECORD',
        text: 'Speak now.',
        language: 'en-GB',
        maxSeconds: 60,
      },
    ])
  })

  it('answers one number otherwise', async () => {
    await open()
    press('Answer one number otherwise')
    write('Number', '+1 500 555 0007')
    write('Answer with', 'SAY')
    write('Announcement', 'We are closed.')
    expect(
      screen.queryByLabelText('Longest voicemail, in seconds')
    ).not.toBeInTheDocument()
    press('Save')
    await isClosed()
    expect(written).toEqual([
      {
        address: '+1 500 555 0007',
        answer: 'SAY',
        text: 'We are closed.',
        language: 'en-US',
        maxSeconds: 120,
      },
    ])
  })

  it.each([
    ['Number', ' ', 'Which of your numbers?'],
    ['Greeting', ' ', 'Write what is said.'],
    ['Longest voicemail, in seconds', '0', '1 to 3,600 seconds.'],
    ['Longest voicemail, in seconds', '3601', '1 to 3,600 seconds.'],
  ])('does not save %p as %p', async (label, value, says) => {
    await open()
    press('Answer one number otherwise')
    write('Number', '+1 500 555 0007')
    write('Greeting', 'Speak now.')
    write(label, value)
    press('Save')
    expect(await screen.findByText(says)).toBeInTheDocument()
    expect(written).toEqual([])
  })

  it('keeps what was written, and says why, when the server refuses it', async () => {
    refusal = 'This is not a phone number.'
    await open()
    press('Answer one number otherwise')
    write('Number', '12')
    write('Greeting', 'Speak now.')
    press('Save')
    expect(await screen.findByText(refusal)).toBeInTheDocument()
    expect(screen.getByLabelText('Greeting')).toHaveValue('Speak now.')
  })

  it('forgets those of one number, after asking', async () => {
    await open()
    press('Delete: +1 500 555 0006')
    expect(written).toEqual([])
    press('Delete')
    await waitFor(() =>
      expect(screen.getByRole('listitem')).toBeInTheDocument()
    )
    expect(written).toEqual([{ address: '+15005550006' }])
  })
})
