import { fireEvent, screen, waitFor, within } from '@redwoodjs/testing/web'

import CannedRepliesPage from 'src/pages/CannedRepliesPage'
import { aCannedReply, AGENT, VIEWER } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import { Empty, Failure, Loading } from './CannedRepliesCell'
import { standard } from './CannedRepliesCell.mock'

describe('CannedRepliesCell', () => {
  it('shows rows to come while it loads', () => {
    renderInPage(<Loading />)
    expect(screen.getByRole('status')).toHaveTextContent(/^Loading/)
  })

  it('teaches where there are none', () => {
    renderInPage(<Empty />)
    expect(screen.getByText('No canned replies yet')).toBeInTheDocument()
    expect(screen.getByText(/typing \/hours in a message/)).toBeInTheDocument()
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

describe('the page of canned replies', () => {
  let written: { name: string; variables: unknown }[]
  let refusal: string | null

  const serve = (
    name: string,
    answer: (variables: object) => Record<string, unknown>
  ) =>
    mockGraphQLMutation(name, (variables, { ctx }) => {
      written.push({ name, variables })
      if (refusal) {
        const extensions = { code: 'BAD_USER_INPUT' }
        ctx.errors([{ message: refusal, extensions }] as never)
      }
      return answer(variables)
    })

  beforeEach(() => {
    written = []
    refusal = null
    mockCurrentUser(AGENT)
    mockGraphQLQuery('CannedRepliesQuery', standard)
    serve('CreateCannedReplyMutation', (variables) => ({
      cannedReply: aCannedReply({ id: 'new', ...variables }),
    }))
    serve('UpdateCannedReplyMutation', (variables) => ({
      cannedReply: aCannedReply(variables),
    }))
    serve('DeleteCannedReplyMutation', (variables) => ({
      deleteCannedReply: { __typename: 'CannedReply', ...variables },
    }))
  })

  const open = async () => {
    renderInPage(<CannedRepliesPage />)
    return screen.findByRole('list', { name: 'Canned replies' })
  }
  const shortcuts = () =>
    screen
      .getAllByRole('listitem')
      .map((row) => /^\/[a-z0-9-]+/.exec(row.textContent ?? '')?.[0])
  const press = (name: string) =>
    fireEvent.click(screen.getByRole('button', { name }))
  const write = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })

  it('lists them by shortcut', async () => {
    const list = await open()
    expect(within(list).getAllByRole('listitem')).toHaveLength(2)
    expect(list).toHaveTextContent(
      /^\/addressYou find us.*\/hoursHello {name}, we are open/
    )
  })

  it('lets a VIEWER read, and nothing else', async () => {
    mockCurrentUser(VIEWER)
    await open()
    // Nothing but the account menu.
    expect(screen.getByRole('button')).toHaveAccessibleName(/^Account/)
  })

  it('takes a new one', async () => {
    await open()
    press('New canned reply')
    write('Shortcut', 'closed')
    write('Text', 'We are closed.')
    press('Save')
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    )
    expect(written).toEqual([
      {
        name: 'CreateCannedReplyMutation',
        variables: { shortcut: 'closed', text: 'We are closed.' },
      },
    ])
    expect(screen.getByText('/closed')).toBeInTheDocument()
  })

  it('changes one, starting from what it was', async () => {
    await open()
    press('Edit /hours')
    expect(screen.getByLabelText('Shortcut')).toHaveValue('hours')
    write('Text', 'We are open.')
    press('Save')
    expect(await screen.findByText('We are open.')).toBeInTheDocument()
    expect(written).toEqual([
      {
        name: 'UpdateCannedReplyMutation',
        variables: { id: 'r1', shortcut: 'hours', text: 'We are open.' },
      },
    ])
  })

  it.each([
    ['two words', 'Text', /letters \(a to z\)/],
    ['', 'Text', /letters \(a to z\)/],
    ['hours', '  ', /Write a text first/],
    ['hours', 'x'.repeat(1601), /at most 1600/],
  ])('does not save %p with %.10p', async (shortcut, text, says) => {
    await open()
    press('New canned reply')
    write('Shortcut', shortcut)
    write('Text', text)
    press('Save')
    expect(await screen.findByText(says)).toBeInTheDocument()
    expect(written).toEqual([])
  })

  it('keeps what was written, and says why, when the server refuses it', async () => {
    refusal = 'Another canned reply has this shortcut.'
    await open()
    press('New canned reply')
    write('Shortcut', 'hours')
    write('Text', 'We are open.')
    press('Save')
    expect(await screen.findByText(refusal)).toBeInTheDocument()
    expect(screen.getByLabelText('Text')).toHaveValue('We are open.')
  })

  it('deletes one, after asking', async () => {
    await open()
    press('Delete /hours')
    expect(written).toEqual([])
    press('Delete')
    await waitFor(() => expect(shortcuts()).toEqual(['/address']))
    expect(written).toEqual([
      { name: 'DeleteCannedReplyMutation', variables: { id: 'r1' } },
    ])
  })
})
