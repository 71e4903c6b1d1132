import { Tooltip } from 'radix-ui'

import { fireEvent, render, screen, waitFor } from '@redwoodjs/testing/web'

import { AGENT, VIEWER } from 'src/testing/fixtures'

import { Empty, Failure, Loading, Success } from './ContactCell'
import { standard } from './ContactCell.mock'

const open = () =>
  render(
    <Tooltip.Provider>
      <Success id="c1" {...standard()} />
    </Tooltip.Provider>
  )

describe('ContactCell', () => {
  beforeEach(() => {
    mockGraphQLQuery('ConsentQuery', () => ({ conversation: null }))
  })

  it('loads', () => {
    render(<Loading />)
    expect(screen.getByRole('status')).toHaveTextContent('Loading contact')
  })

  it('says when there is nobody', () => {
    render(<Empty />)
    expect(screen.getByText('No contact')).toBeInTheDocument()
  })

  it('offers another try when it fails', () => {
    render(<Failure id="c1" error={new Error('no')} />)
    expect(screen.getByRole('button', { name: 'Retry' })).toBeInTheDocument()
  })

  it('shows the number and the other conversations, not this one', () => {
    mockCurrentUser(AGENT)
    open()
    expect(screen.getByText('+1 415 555 0101')).toBeInTheDocument()
    expect(screen.getByText('12')).toBeInTheDocument()
    expect(screen.getByText('to +1 500 555 0009')).toBeInTheDocument()
    expect(screen.queryByText('to +1 500 555 0006')).not.toBeInTheDocument()
  })

  it('renames', async () => {
    mockCurrentUser(AGENT)
    const names: unknown[] = []
    mockGraphQLMutation('RenameContactMutation', ({ id, name }) => {
      names.push(name)
      return { renameContact: { __typename: 'Contact', id, name } }
    })
    open()
    fireEvent.click(screen.getByRole('button', { name: 'Rename' }))
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), {
      target: { value: '  Maya O. ' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(names).toEqual(['Maya O.']))
    await screen.findByRole('button', { name: 'Rename' })
  })

  it('keeps the name that was typed when it could not be saved', async () => {
    mockCurrentUser(AGENT)
    mockGraphQLMutation('RenameContactMutation', (_variables, { ctx }) => {
      ctx.errors([{ message: 'That name is too long.' }])
      return { renameContact: null as never }
    })
    open()
    fireEvent.click(screen.getByRole('button', { name: 'Rename' }))
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), {
      target: { value: 'Maya O.' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(
      await screen.findByText('That name is too long.')
    ).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Maya O.')
  })

  it('lets a VIEWER rename nobody', () => {
    mockCurrentUser(VIEWER)
    open()
    expect(
      screen.queryByRole('button', { name: 'Rename' })
    ).not.toBeInTheDocument()
  })
})
