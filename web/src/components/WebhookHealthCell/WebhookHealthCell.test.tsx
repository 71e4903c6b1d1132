import { screen, within } from '@redwoodjs/testing/web'

import { renderInPage } from 'src/testing/renderInPage'

import { Empty, Failure, isEmpty, Loading, Success } from './WebhookHealthCell'
import { standard } from './WebhookHealthCell.mock'

const show = () => renderInPage(<Success {...standard()} />)

const quiet = () => {
  const { webhookHealth } = standard()
  return {
    webhookHealth: {
      ...webhookHealth,
      lastCallbackAt: null,
      lastInboundAt: null,
      minutes: webhookHealth.minutes.map((minute) => ({
        ...minute,
        callbacks: 0,
        refused: 0,
      })),
      refusals: [],
      stuckCount: 0,
      unconfirmedCount: 0,
      parkedCount: 0,
    },
  }
}

describe('WebhookHealthCell', () => {
  it('loads', () => {
    renderInPage(<Loading />)
    expect(screen.getByRole('status')).toHaveTextContent(
      'Loading webhook health'
    )
  })

  it('says what to enter at Twilio before anything came', () => {
    expect(isEmpty(quiet())).toBe(true)
    expect(isEmpty(standard())).toBe(false)
    renderInPage(<Empty {...quiet()} />)
    expect(screen.getByText('Twilio has not called yet')).toBeInTheDocument()
    expect(screen.getByText(/functions\/twilioMessage/)).toBeInTheDocument()
  })

  it('offers another try when it fails', () => {
    renderInPage(<Failure error={new Error('no')} />)
    expect(screen.getByRole('button', { name: 'Retry' })).toBeInTheDocument()
  })

  it('says so when it could not look again', () => {
    renderInPage(
      <Success
        {...standard()}
        queryResult={{ staleError: new Error('no') } as never}
      />
    )
    expect(screen.getByRole('alert')).toHaveTextContent('not the latest')
    expect(screen.getByText('Refused webhooks')).toBeInTheDocument()
  })

  it('says the chart in words, and in a table', () => {
    show()
    expect(
      screen.getByRole('img', {
        name: /545 in all, at most 59 in one minute\. 3 webhooks were not taken in/,
      })
    ).toBeInTheDocument()
    const table = screen.getByRole('table', { name: /per minute/ })
    // Ten minutes with callbacks, the head and the sum.
    expect(within(table).getAllByRole('row')).toHaveLength(12)
  })

  it('sets the expected address beside the signed one, and marks what differs', () => {
    const { container } = show()
    expect(screen.getByText(/for another address/)).toBeInTheDocument()
    expect(screen.getByText(/API_BASE_URL/)).toBeInTheDocument()
    const marks = [...container.querySelectorAll('mark')]
    expect(marks.map((mark) => mark.textContent)).toEqual(['s', ''])
  })

  it('leads to the conversations of what is stuck or in conflict', () => {
    show()
    expect(
      screen.getByRole('link', { name: /Still on its way/ })
    ).toHaveAttribute('href', '/inbox/open/c1')
    expect(screen.getByRole('link', { name: /Two ends/ })).toHaveAttribute(
      'href',
      '/inbox/archived/c2'
    )
    expect(screen.getByText('The first 1 of them.')).toBeInTheDocument()
  })

  it('shows the last runs of the reconciler', () => {
    show()
    const table = screen.getByRole('table', { name: /last runs/ })
    expect(table).toHaveTextContent('Stuck messages')
    expect(table).toHaveTextContent('1,200')
  })
})
