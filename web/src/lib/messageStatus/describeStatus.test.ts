import type { MessageStatus } from 'types/graphql'

import { aMessage } from 'src/testing/fixtures'

import { describeStatus } from './describeStatus'

describe('describeStatus', () => {
  it.each<[MessageStatus, string, string]>([
    ['PENDING', 'clock', 'Pending'],
    ['UNCONFIRMED', 'question', 'Unconfirmed'],
    ['SCHEDULED', 'calendar', 'Scheduled'],
    ['ACCEPTED', 'clock', 'Accepted'],
    ['QUEUED', 'clock', 'Queued'],
    ['SENDING', 'clock', 'Sending'],
    ['SENT', 'tick', 'Sent'],
    ['DELIVERED', 'ticks', 'Delivered'],
    ['FAILED', 'failed', 'Failed'],
    ['UNDELIVERED', 'failed', 'Undelivered'],
    ['CANCELED', 'canceled', 'Canceled'],
  ])('shows %s as %s, and says "%s"', (status, mark, label) => {
    expect(describeStatus(aMessage({ status }))).toMatchObject({ mark, label })
  })

  it('shows a read WhatsApp message as read', () => {
    expect(
      describeStatus(aMessage({ status: 'READ', channel: 'WHATSAPP' }))
    ).toEqual({ mark: 'read', label: 'Read' })
  })

  it('never shows an SMS as read, whatever the server says', () => {
    expect(
      describeStatus(aMessage({ status: 'READ', channel: 'SMS' }))
    ).toEqual({ mark: 'ticks', label: 'Delivered' })
  })

  it('gives the plain cause of a failure', () => {
    expect(
      describeStatus(
        aMessage({ status: 'FAILED', errorMessage: 'The phone is off.' })
      )
    ).toMatchObject({ detail: 'The phone is off.' })
  })

  it('says what it can of a failure without a known cause', () => {
    expect(
      describeStatus(aMessage({ status: 'FAILED', errorCode: 30008 }))
    ).toMatchObject({ detail: expect.stringContaining('30008') })
    expect(describeStatus(aMessage({ status: 'FAILED' }))?.detail).toBeTruthy()
  })

  it('says when a scheduled message goes out', () => {
    expect(
      describeStatus(
        aMessage({
          status: 'SCHEDULED',
          sendAt: new Date(2026, 2, 3, 14, 5).toISOString(),
        })
      )?.label
    ).toMatch(/^Scheduled for Tue, Mar 3, 2:05\sPM$/)
  })

  it('promises that an unconfirmed message is not sent again', () => {
    expect(
      describeStatus(aMessage({ status: 'UNCONFIRMED' }))?.detail
    ).toContain('will not send again until we know')
  })

  it('has nothing to say of what has arrived here', () => {
    expect(
      describeStatus(aMessage({ status: 'RECEIVED', direction: 'INBOUND' }))
    ).toBeNull()
  })
})
