import { MockedProvider, type MockedResponse } from '@apollo/client/testing'

import { fireEvent, render, screen } from '@redwoodjs/testing/web'

import { RETENTION_REACH, RETENTIONS, SET_RETENTION } from 'src/queries/privacy'

import RetentionForm from './RetentionForm'

const SAVED = {
  __typename: 'Retention' as const,
  id: 'everybody',
  address: null,
  textDays: 90,
  mediaDays: null,
  eventDays: null,
  updatedAt: '2026-03-03T10:00:00.000Z',
}

/** What is asked for, and how often. */
const world = () => {
  const saved = jest.fn(() => ({
    data: { setRetention: { ...SAVED, textDays: 30 } },
  }))
  const mocks: MockedResponse[] = [
    {
      request: {
        query: RETENTION_REACH,
        variables: { address: null, textDays: 30 },
      },
      result: { data: { reach: 12 } },
    },
    {
      request: {
        query: SET_RETENTION,
        variables: {
          address: null,
          textDays: 30,
          mediaDays: null,
          eventDays: null,
          known: SAVED.updatedAt,
        },
      },
      result: saved,
    },
    {
      request: { query: RETENTIONS },
      result: { data: { retentions: [SAVED] } },
    },
  ]
  render(
    <MockedProvider mocks={mocks}>
      <RetentionForm address={null} retention={SAVED} />
    </MockedProvider>
  )
  return saved
}

const texts = () => screen.getByLabelText('Texts and notes')

const press = (name: string) =>
  fireEvent.click(screen.getByRole('button', { name }))

const write = (days: string) => {
  fireEvent.change(texts(), { target: { value: days } })
  press('Save')
}

it('says how much goes at once before a time is shortened, and saves it then', async () => {
  const saved = world()
  expect(texts()).toHaveValue('90')
  expect(screen.getByLabelText('Files')).toHaveValue('')
  write('30')
  const warning = await screen.findByText(/12 messages lose their text at once/)
  expect(warning).toBeInTheDocument()
  expect(saved).not.toHaveBeenCalled()
  press('Keep it shorter')
  await screen.findByRole('button', { name: 'Save' })
  expect(saved).toHaveBeenCalledTimes(1)
})

it.each(['0', '-3', '1.5', 'many'])('does not take %s for days', (days) => {
  const saved = world()
  write(days)
  expect(screen.getByRole('alert')).toHaveTextContent('A whole number of days')
  expect(saved).not.toHaveBeenCalled()
})
