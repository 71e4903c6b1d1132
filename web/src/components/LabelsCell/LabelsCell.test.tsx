import { fireEvent, screen, waitFor, within } from '@redwoodjs/testing/web'

import LabelsPage from 'src/pages/LabelsPage'
import { aLabel, AGENT, VIEWER } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import { Empty, Failure, Loading } from './LabelsCell'
import { standard } from './LabelsCell.mock'

describe('LabelsCell', () => {
  it('shows rows to come while it loads', () => {
    renderInPage(<Loading />)
    expect(screen.getByRole('status')).toHaveTextContent(/^Loading/)
  })

  it('teaches where there are none', () => {
    renderInPage(<Empty />)
    expect(screen.getByText('No labels yet')).toBeInTheDocument()
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

describe('the page of labels', () => {
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
    mockGraphQLQuery('LabelsQuery', standard)
    serve('CreateLabelMutation', (variables) => ({
      label: aLabel({ id: 'new', ...variables }),
    }))
    serve('UpdateLabelMutation', (variables) => ({ label: aLabel(variables) }))
    serve('DeleteLabelMutation', (variables) => ({
      deleteLabel: { __typename: 'Label', ...variables },
    }))
  })

  const open = async () => {
    renderInPage(<LabelsPage />)
    return screen.findByRole('list', { name: 'Labels' })
  }
  const press = (name: string) =>
    fireEvent.click(screen.getByRole('button', { name }))
  const write = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })

  it('lets a VIEWER read, and change nothing', async () => {
    mockCurrentUser(VIEWER)
    const list = await open()
    expect(within(list).getAllByRole('listitem')).toHaveLength(2)
    expect(
      screen.queryByRole('button', { name: /^(New|Edit|Delete)/ })
    ).not.toBeInTheDocument()
  })

  it('takes a new one, in its color', async () => {
    await open()
    press('New label')
    write('Name', ' Call back ')
    fireEvent.click(screen.getByRole('radio', { name: 'Teal' }))
    press('Save')
    expect(
      await screen.findByRole('button', { name: 'Edit Call back' })
    ).toBeInTheDocument()
    expect(written).toEqual([
      {
        name: 'CreateLabelMutation',
        variables: { name: 'Call back', color: 'TEAL' },
      },
    ])
  })

  it.each(['  ', 'x'.repeat(51)])('does not save %p', async (name) => {
    await open()
    press('New label')
    write('Name', name)
    press('Save')
    expect(
      await screen.findByText('A name is 1 to 50 characters.')
    ).toBeInTheDocument()
    expect(written).toEqual([])
  })

  it('keeps what was written, and says why, when the server refuses it', async () => {
    refusal = 'Another label has this name.'
    await open()
    press('Edit VIP')
    expect(screen.getByLabelText('Name')).toHaveValue('VIP')
    write('Name', 'Wholesale')
    press('Save')
    expect(await screen.findByText(refusal)).toBeInTheDocument()
    expect(screen.getByLabelText('Name')).toHaveValue('Wholesale')
  })

  it('deletes one, after asking', async () => {
    await open()
    press('Delete VIP')
    expect(written).toEqual([])
    press('Delete')
    await waitFor(() =>
      expect(screen.getByRole('listitem')).toBeInTheDocument()
    )
    expect(written).toEqual([
      { name: 'DeleteLabelMutation', variables: { id: 'l1' } },
    ])
  })

  it('finds among ten thousand, and shows a hundred', async () => {
    const labels = Array.from({ length: 10_000 }, (_, i) =>
      aLabel({ id: `l${i}`, name: `Label ${i}` })
    )
    mockGraphQLQuery('LabelsQuery', () => ({ labels }))
    const list = await open()
    expect(within(list).getAllByRole('listitem')).toHaveLength(100)
    write('Find a label', 'label 9999')
    expect(within(list).getByRole('listitem')).toBeInTheDocument()
  })
})
