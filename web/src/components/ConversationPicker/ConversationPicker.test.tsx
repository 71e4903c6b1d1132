import { fireEvent, screen, waitFor } from '@redwoodjs/testing/web'

import { aConversation, aLabel, AGENT } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import ConversationPicker from './ConversationPicker'
import type { PickerKind } from './ConversationPicker'

const aUser = (id: string, name: string | null, email: string) => ({
  __typename: 'User' as const,
  id,
  name,
  email,
})
const ADA = aUser('u1', 'Ada', 'ada@heliograph.test')
const BOB = aUser('u9', null, 'bob@heliograph.test')
const VI = aUser('u8', 'Vi', 'vi@heliograph.test')

describe('ConversationPicker', () => {
  let written: { name: string; variables: unknown }[]
  const onDone = jest.fn()
  const onSnoozed = jest.fn()

  beforeAll(() => {
    // What jsdom has not, and the list of choices wants.
    window.ResizeObserver ??= class {
      observe() {}
      unobserve() {}
      disconnect() {}
    }
    Element.prototype.scrollIntoView ??= () => {}
  })

  beforeEach(() => {
    written = []
    jest.clearAllMocks()
    mockCurrentUser(AGENT)
    mockGraphQLQuery('LabelsQuery', () => ({
      labels: Array.from({ length: 120 }, (_, i) =>
        aLabel({ id: `l${i}`, name: `Label ${i}` })
      ),
    }))
    mockGraphQLQuery('UsersQuery', () => ({
      users: [
        { ...BOB, role: 'AGENT' },
        { ...ADA, role: 'ADMIN' },
        { ...VI, role: 'VIEWER' },
      ],
    }))
    for (const action of ['Assign', 'Snooze', 'Label', 'Unlabel']) {
      const name = `${action}ConversationMutation`
      mockGraphQLMutation(name, (variables) => {
        written.push({ name, variables })
        return { conversation: aConversation() }
      })
    }
    mockGraphQLMutation('CreateLabelMutation', (variables) => ({
      label: aLabel({ id: 'new', ...variables }),
    }))
  })

  const show = (kind: PickerKind, over = {}) =>
    renderInPage(
      <ConversationPicker
        kind={kind}
        conversation={aConversation(over)}
        onDone={onDone}
        onSnoozed={onSnoozed}
      />
    )
  const options = () =>
    screen.queryAllByRole('option').map(({ textContent }) => textContent)
  const choose = async (name: string | RegExp) =>
    fireEvent.click(await screen.findByRole('option', { name }))
  const type = (value: string) =>
    fireEvent.change(screen.getByRole('combobox'), { target: { value } })

  it('offers oneself first, and nobody who may only look', async () => {
    show('assign')
    await screen.findByRole('option', { name: 'Ada (you)' })
    expect(options()).toEqual([
      'AAda (you)',
      expect.stringContaining('bob@heliograph.test'),
    ])
  })

  it.each([
    [/^bob/, 'u9'],
    ['Nobody', null],
  ])('assigns to %p', async (name, userId) => {
    show('assign', { assignee: ADA })
    await choose(name)
    await waitFor(() =>
      expect(written).toEqual([
        {
          name: 'AssignConversationMutation',
          variables: { id: 'c1', userId },
        },
      ])
    )
    expect(onDone).toHaveBeenCalledTimes(1)
  })

  it('shows a part of many labels, finds the others, and stays open', async () => {
    show('labels', { labels: [aLabel({ id: 'l77', name: 'Label 77' })] })
    expect(
      await screen.findByText(/^70 more: type to find them/)
    ).toBeInTheDocument()
    expect(screen.getByRole('option', { name: 'Label 77' })).toBeChecked()
    type('label 119')
    await choose('Label 119')
    type('label 77')
    await choose('Label 77')
    await waitFor(() =>
      expect(written).toEqual([
        {
          name: 'LabelConversationMutation',
          variables: { id: 'c1', labelId: 'l119' },
        },
        {
          name: 'UnlabelConversationMutation',
          variables: { id: 'c1', labelId: 'l77' },
        },
      ])
    )
    expect(onDone).not.toHaveBeenCalled()
  })

  it('makes the label that one misses', async () => {
    show('labels')
    await screen.findByText(/more/)
    type('Press')
    await choose(/^Create/)
    await waitFor(() =>
      expect(written).toEqual([
        {
          name: 'LabelConversationMutation',
          variables: { id: 'c1', labelId: 'new' },
        },
      ])
    )
  })

  it('snoozes until a time of one’s own', async () => {
    show('snooze')
    await choose('Choose a time…')
    fireEvent.change(screen.getByLabelText('Snooze until'), {
      target: { value: '2999-03-03T09:05' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Snooze' }))
    await waitFor(() => expect(onSnoozed).toHaveBeenCalledTimes(1))
    expect(written).toEqual([
      {
        name: 'SnoozeConversationMutation',
        variables: {
          id: 'c1',
          until: new Date(2999, 2, 3, 9, 5).toISOString(),
        },
      },
    ])
  })
})
