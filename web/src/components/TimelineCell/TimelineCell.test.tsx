import { render, screen } from '@redwoodjs/testing/web'

import { Empty, Failure, isEmpty, Loading, Success } from './TimelineCell'
import { standard } from './TimelineCell.mock'

describe('TimelineCell', () => {
  it('loads', () => {
    render(<Loading />)
    expect(screen.getByText('Loading…')).toBeInTheDocument()
  })

  it('says that nothing was reported', () => {
    render(<Empty />)
    expect(screen.getByText(/reported nothing yet/)).toBeInTheDocument()
    expect(isEmpty({ message: null })).toBe(true)
  })

  it('offers another try when it fails', () => {
    render(<Failure id="m1" error={new Error('no')} />)
    expect(screen.getByRole('button', { name: 'Retry' })).toBeInTheDocument()
  })

  it('shows every report, and marks what was late or contradicts', () => {
    render(<Success id="m1" {...standard()} />)
    const reports = screen.getAllByRole('listitem')
    expect(reports).toHaveLength(3)
    expect(reports[0]).toHaveTextContent('Delivered')
    expect(reports[1]).toHaveTextContent('Came late')
    expect(reports[2]).toHaveTextContent('Contradicts another final report')
    expect(screen.getByText('SM123')).toBeInTheDocument()
  })
})
