import { fireEvent, screen, within } from '@redwoodjs/testing/web'

import { renderInPage } from 'src/testing/renderInPage'

import { Failure, Loading, Success } from './AnalyticsCell'
import { standard } from './AnalyticsCell.mock'

const RANGE = { from: '2026-03-01', to: '2026-03-03', timeZone: 'UTC' }

// jsdom lays nothing out, so that nothing ever has another size.
class NothingResizes implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const show = (over: Partial<ReturnType<typeof standard>['analytics']> = {}) =>
  renderInPage(
    <Success {...RANGE} analytics={{ ...standard().analytics, ...over }} />
  )

/** The lines of a table, by the texts of their cells. */
const linesOf = (name: string | RegExp) =>
  within(screen.getByRole<HTMLTableElement>('table', { name }))
    .getAllByRole<HTMLTableRowElement>('row')
    .slice(1)
    .map((row) => [...row.cells].map(({ textContent }) => textContent))

describe('AnalyticsCell', () => {
  beforeAll(() => {
    window.ResizeObserver = NothingResizes
  })

  it('loads', () => {
    renderInPage(<Loading />)
    expect(screen.getByRole('status')).toHaveTextContent('Loading analytics')
  })

  it('offers another try when it fails', () => {
    renderInPage(<Failure {...RANGE} error={new Error('no')} />)
    expect(screen.getByRole('button', { name: 'Retry' })).toBeInTheDocument()
  })

  it('says so when it could not look again', () => {
    renderInPage(
      <Success
        {...RANGE}
        {...standard()}
        queryResult={{ staleError: new Error('no') } as never}
      />
    )
    expect(screen.getByRole('alert')).toHaveTextContent('not the latest')
  })

  it('says what one looks for first, and until when it is counted', () => {
    show()
    const figures = screen
      .getAllByRole('definition')
      .map(({ textContent }) => textContent)
    expect(figures).toEqual(['1,101', '99.2%', '9', '6', '4 min'])
    expect(screen.getByText(/^Counted until/)).toBeInTheDocument()
  })

  it('says each chart in words, and in a table', () => {
    show()
    expect(
      screen.getByRole('img', {
        name: /1,101 sent, of which 1,089 were delivered and 9 failed/,
      })
    ).toBeInTheDocument()
    expect(linesOf('Messages per day')).toEqual([
      ['Sun, Mar 1', '100', '90', '1', '9', '2'],
      ['Mon, Mar 2', '1', '0', '1', '0', '2'],
      ['Tue, Mar 3', '1,000', '999', '1', '0', '2'],
    ])
    expect(
      screen.getByRole('img', {
        name: /half of 6 within 4 min, nine of ten within 1.5 hr/,
      })
    ).toBeInTheDocument()
    expect(linesOf('First response by day')[1]).toEqual([
      ...['Mon, Mar 2', '0', '–', '–'],
    ])
  })

  it('has the rate of each channel that sends; where nobody says what arrived, it says so', () => {
    show()
    expect(linesOf('Delivery by channel')).toEqual([
      ['SMS', '', '99.1%', '9', '1,001'],
      ['Chat', '', 'not said', '0', '100'],
    ])
  })

  it('leads from an error to its page at Twilio', () => {
    show()
    expect(screen.getByRole('link', { name: /30003/ })).toHaveAttribute(
      'href',
      'https://www.twilio.com/docs/api/errors/30003'
    )
    expect(linesOf(/error code/)[1]?.[0]).toEqual('none')
  })

  it('has the week by the hour, received or sent', () => {
    show()
    const tuesdayAt14 = () => linesOf('Messages by weekday and hour')[1]?.[15]
    expect(tuesdayAt14()).toEqual('6')
    fireEvent.click(screen.getByRole('radio', { name: 'Sent' }))
    expect(tuesdayAt14()).toEqual('1,101')
  })

  it('is calm about days on which nothing was', () => {
    show({
      countedUntil: null,
      days: [],
      channels: [],
      hours: [],
      errors: [],
      responses: {
        __typename: 'ResponseTimes',
        answers: 0,
        medianSeconds: null,
        p90Seconds: null,
      },
    })
    expect(screen.getByText(/Nothing was sent/)).toBeInTheDocument()
    expect(screen.getByText(/Nothing failed/)).toBeInTheDocument()
    expect(screen.getByText(/Nobody was answered/)).toBeInTheDocument()
    expect(screen.getByText(/Nothing is counted yet/)).toBeInTheDocument()
  })
})
