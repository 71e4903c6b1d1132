import { screen } from '@redwoodjs/testing/web'

import { aConversation, AGENT, VIEWER } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import ConversationActions from './ConversationActions'

const show = (over = {}) =>
  renderInPage(<ConversationActions conversation={aConversation(over)} />)

const names = () =>
  screen
    .queryAllByRole('button')
    .map((button) => button.getAttribute('aria-label'))

describe('ConversationActions', () => {
  beforeEach(() => mockCurrentUser(AGENT))

  it.each([
    ['OPEN', 'Archive'],
    ['SNOOZED', 'Wake up'],
    ['ARCHIVED', 'Reopen'],
  ])('offers for what is %s: %s', (status, action) => {
    show({ status })
    expect(names()).toEqual([
      'Assign',
      'Labels',
      'Snooze',
      'Mark as unread',
      action,
    ])
  })

  it('says who looks after it', () => {
    show({ assignee: { id: 'u1', name: 'Ada', email: 'ada@heliograph.test' } })
    expect(
      screen.getByRole('button', { name: 'Assigned to Ada' })
    ).toHaveAttribute('aria-pressed', 'true')
  })

  it('offers nothing to a VIEWER', () => {
    mockCurrentUser(VIEWER)
    show()
    expect(names()).toEqual([])
  })
})
