import { render, screen } from '@redwoodjs/testing/web'

import Participants from './Participants'

const one = (over = {}) => ({
  __typename: 'Participant' as const,
  id: 'a1',
  identity: null,
  address: '+14155550101',
  type: 'SMS',
  removedAt: null,
  optedOutAt: null,
  ...over,
})

describe('Participants', () => {
  it('are named, those who have left last', () => {
    render(
      <Participants
        participants={[
          one({ id: 'a2', removedAt: '2026-03-03T10:00:00.000Z' }),
          one({ identity: 'ada', address: null, type: 'CHAT' }),
        ]}
      />
    )
    const [first, second] = screen.getAllByRole('listitem')
    expect(first).toHaveTextContent('adaApplication')
    expect(second).toHaveTextContent('+1 415 555 0101Has left')
  })

  it('say whom no message reaches', () => {
    render(
      <Participants
        participants={[one({ optedOutAt: '2026-03-03T10:00:00.000Z' })]}
      />
    )
    expect(screen.getByRole('listitem')).toHaveTextContent(
      '+1 415 555 0101Opted out'
    )
  })

  it('may be none', () => {
    render(<Participants participants={[]} />)
    expect(screen.getByText('Nobody takes part yet.')).toBeInTheDocument()
  })
})
