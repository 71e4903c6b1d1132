import type { Message } from '@prisma/client'

import { errorMessage } from './errorCatalogue/errorCatalogue'

type Subject = Pick<Message, 'status' | 'errorCode' | 'errorDetail'>

/** The plain cause of a message's trouble and the next step, as the operator reads it; null where there is none. */
export function statusAdvice({ status, errorCode, errorDetail }: Subject) {
  if (status === 'UNCONFIRMED') {
    return "Twilio's answer did not arrive, so it is not known whether the message went out. It is not sent again until Twilio has been asked."
  }
  if (status === 'PENDING') {
    return errorDetail
      ? 'Twilio could not be reached. The message is kept and goes out by itself as soon as Twilio answers.'
      : null
  }
  if (status !== 'FAILED' && status !== 'UNDELIVERED') {
    return null
  }
  if (errorCode) {
    return errorMessage(errorCode)
  }
  return status === 'FAILED'
    ? 'Twilio refused the message without saying why. Ask an administrator to look it up in the Twilio console.'
    : 'The message did not reach the phone, and its carrier did not say why. Try again later, or another way.'
}
