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
    expect(reports).toHaveLength(4)
    expect(reports[0]).toHaveTextContent('Delivered')
    expect(reports[1]).toHaveTextContent('Came late')
    expect(reports[2]).toHaveTextContent('Contradicts another final report')
    expect(screen.getByText('SM123')).toBeInTheDocument()
  })

  it('has nothing against Twilio’s answer that a callback overtook, and names what has no status', () => {
    const { message } = standard()
    const timeline = message.timeline.slice(0, 1).flatMap((report) => [
      { ...report, source: 'API', status: 'QUEUED', disposition: 'STALE' },
      { ...report, id: '9', status: '', disposition: 'UNKNOWN' },
    ])
    render(<Success id="m1" message={{ ...message, timeline }} />)
    const [answer, nameless] = screen.getAllByRole('listitem')
    expect(answer).not.toHaveTextContent('Came late')
    expect(nameless).toHaveTextContent('Without a status')
  })

  it('says when it was by the carrier’s clock', () => {
    render(<Success id="m1" {...standard()} />)
    expect(
      screen.getByText(/Mar 3, 2026, 9:59\sAM by the carrier’s clock/)
    ).toBeInTheDocument()
  })

  it('says what each error means, and where Twilio explains it', () => {
    render(<Success id="m1" {...standard()} />)
    const [, , undelivered, failed] = screen.getAllByRole('listitem')
    expect(undelivered).toHaveTextContent('The phone is off. Try again later.')
    expect(failed).toHaveTextContent('The carrier did not say why.')
    expect(screen.getByRole('link', { name: 'Error 30008' })).toHaveAttribute(
      'href',
      'https://www.twilio.com/docs/api/errors/30008'
    )
  })
})
