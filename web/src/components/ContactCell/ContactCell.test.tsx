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
    mockGraphQLQuery('ContactMediaQuery', () => ({ conversation: null }))
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

  describe('the notes', () => {
    const write = (text: string) => {
      fireEvent.click(screen.getByRole('button', { name: 'Edit the notes' }))
      fireEvent.change(screen.getByRole('textbox', { name: 'Notes' }), {
        target: { value: text },
      })
    }
    const save = () =>
      fireEvent.click(screen.getByRole('button', { name: 'Save' }))

    beforeEach(() => mockCurrentUser(AGENT))
    afterEach(() => localStorage.clear())

    it('that were begun are there again after a look elsewhere, until they are cancelled', () => {
      const first = open()
      write('Long unsaved thoughts')
      first.unmount()
      const second = open()
      expect(screen.getByRole('textbox', { name: 'Notes' })).toHaveValue(
        'Long unsaved thoughts'
      )
      fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
      second.unmount()
      open()
      expect(
        screen.queryByRole('textbox', { name: 'Notes' })
      ).not.toBeInTheDocument()
    })

    it('are saved over those that were read', async () => {
      const saved: unknown[] = []
      mockGraphQLMutation('UpdateContactNotesMutation', (variables) => {
        saved.push(variables)
        return { contact: { ...standard().conversation.contact } as never }
      })
      open()
      write('Likes coffee')
      save()
      await waitFor(() =>
        expect(saved).toEqual([
          { id: 'p1', notes: 'Likes coffee', previous: 'Likes tea' },
        ])
      )
      await screen.findByRole('button', { name: 'Edit the notes' })
    })

    it('of two who write at once are both shown, and nothing is saved unasked', async () => {
      const asked = jest.fn()
      mockGraphQLMutation(
        'UpdateContactNotesMutation',
        (_variables, { ctx }) => {
          ctx.errors([
            { message: 'Changed', extensions: { code: 'CONFLICT' } } as never,
          ])
          return { contact: null as never }
        }
      )
      const shown = (notes: string) => {
        const { conversation } = standard()
        return (
          <Tooltip.Provider>
            <Success
              id="c1"
              conversation={{
                ...conversation,
                contact: { ...conversation.contact, notes },
              }}
              queryResult={{ refetch: async () => asked() } as never}
            />
          </Tooltip.Provider>
        )
      }
      const { rerender } = render(shown('Likes tea'))
      write('Likes coffee')
      save()
      await waitFor(() => expect(asked).toHaveBeenCalledTimes(1))
      rerender(shown('Likes milk'))
      expect(await screen.findByRole('alert')).toHaveTextContent('Likes milk')
      expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
      fireEvent.click(screen.getByRole('button', { name: 'Put mine below' }))
      expect(screen.getByRole('textbox', { name: 'Notes' })).toHaveValue(
        'Likes milk\n\nLikes coffee'
      )
      expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled()
    })
  })

  it('takes a label off', async () => {
    mockCurrentUser(AGENT)
    const taken: unknown[] = []
    mockGraphQLMutation('UnlabelContactMutation', (variables) => {
      taken.push(variables)
      return {
        contact: { ...standard().conversation.contact, labels: [] } as never,
      }
    })
    open()
    fireEvent.click(screen.getByRole('button', { name: 'Remove VIP' }))
    await waitFor(() => expect(taken).toEqual([{ id: 'p1', labelId: 'l1' }]))
  })

  it.each(['Edit the notes', 'Add a label', 'Remove VIP'])(
    'a VIEWER can not: %s',
    (name) => {
      mockCurrentUser(VIEWER)
      open()
      expect(screen.getByText('Likes tea')).toBeInTheDocument()
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument()
    }
  )
})
