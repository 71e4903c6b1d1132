import { screen } from '@redwoodjs/testing/web'

import { standard } from 'src/components/WebhookHealthCell/WebhookHealthCell.mock'
import { AGENT, VIEWER } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import WebhooksPage from './WebhooksPage'

describe('WebhooksPage', () => {
  const asked = jest.fn()

  beforeEach(() => {
    asked.mockClear()
    mockGraphQLQuery('WebhookHealthQuery', () => {
      asked()
      return standard()
    })
  })

  it('shows an ADMIN how the webhooks fare', async () => {
    mockCurrentUser({ ...AGENT, roles: ['ADMIN'] })
    renderInPage(<WebhooksPage />)
    expect(
      await screen.findByText('Status callbacks per minute')
    ).toBeInTheDocument()
  })

  it.each([AGENT, VIEWER])(
    'refuses calmly, and asks nothing, for %p',
    (who) => {
      mockCurrentUser(who)
      renderInPage(<WebhooksPage />)
      expect(
        screen.getByText('This page is for administrators')
      ).toBeInTheDocument()
      expect(asked).not.toHaveBeenCalled()
    }
  )
})
