import type { MessageStatus } from '@prisma/client'

import { errorMessage } from './errorCatalogue/errorCatalogue'
import { statusAdvice } from './statusAdvice'

const advice = (
  status: MessageStatus,
  errorCode: number | null = null,
  errorDetail: string | null = null
) => statusAdvice({ status, errorCode, errorDetail })

it.each<MessageStatus>([
  'SCHEDULED',
  'ACCEPTED',
  'QUEUED',
  'SENDING',
  'SENT',
  'DELIVERED',
  'READ',
  'CANCELED',
  'RECEIVING',
  'RECEIVED',
])('says nothing of a message that is %s', (status) => {
  expect(advice(status)).toBeNull()
})

it('says nothing of a message that is just going out', () => {
  expect(advice('PENDING')).toBeNull()
})

it('says that a message waits for Twilio, and that it goes out by itself', () => {
  expect(advice('PENDING', null, 'Twilio is busy (429)')).toMatch(
    /kept.*by itself/
  )
})

it('says that an unknown outcome is unknown, and that nothing is sent twice', () => {
  expect(advice('UNCONFIRMED', null, 'no answer (ECONNRESET)')).toMatch(
    /not known.*not sent again until Twilio has been asked/
  )
})

it.each<MessageStatus>(['FAILED', 'UNDELIVERED'])(
  'explains the code of one that is %s',
  (status) => {
    expect(advice(status, 30003)).toEqual(errorMessage(30003))
    expect(advice(status, 99999)).toMatch(/99999.*does not know/)
  }
)

it.each<MessageStatus>(['FAILED', 'UNDELIVERED'])(
  'says what to do about one that is %s without a code',
  (status) =>
    expect(advice(status)).toMatch(/without saying why|did not say why/)
)
