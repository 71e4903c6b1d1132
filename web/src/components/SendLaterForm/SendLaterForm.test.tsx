import { fireEvent, render, screen } from '@redwoodjs/testing/web'

import SendLaterForm from './SendLaterForm'

describe('SendLaterForm', () => {
  const onChoose = jest.fn()
  beforeEach(() => onChoose.mockClear())

  const choose = (value?: string) => {
    render(<SendLaterForm onChoose={onChoose} />)
    if (value !== undefined) {
      fireEvent.change(screen.getByLabelText('Send at'), { target: { value } })
    }
    fireEvent.click(screen.getByRole('button', { name: 'Schedule' }))
  }

  it('means the local clock, and names its zone', () => {
    choose('2999-03-03T09:05')
    expect(onChoose).toHaveBeenCalledWith(
      new Date(2999, 2, 3, 9, 5).toISOString()
    )
    expect(screen.getByText(/^Your time: ./)).toBeInTheDocument()
  })

  it('offers tomorrow morning', () => {
    choose()
    const [sendAt] = onChoose.mock.calls[0] as [string]
    expect(new Date(sendAt).getHours()).toBe(9)
    expect(Date.parse(sendAt)).toBeGreaterThan(Date.now())
  })

  it.each([
    ['2001-01-01T09:00', 'That time has passed.'],
    ['', 'Choose a date and a time.'],
  ])('does not take %p', (value, problem) => {
    choose(value)
    expect(screen.getByRole('alert')).toHaveTextContent(problem)
    expect(onChoose).not.toHaveBeenCalled()
  })
})
