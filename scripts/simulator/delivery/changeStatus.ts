import type { SimulatedMessage, TwilioStatus } from '../network/messages'
import type { PhoneNetwork } from '../network/network'

import { errorText } from './outcomes'

/** What a segment costs; any price does, as long as it looks like one. */
const PRICE = 0.0079

/** Moves a message on at Twilio. Says nothing to anybody: that is the callback's. */
export function changeStatus(
  network: PhoneNetwork,
  message: SimulatedMessage,
  status: TwilioStatus,
  errorCode: number | null = null
) {
  message.status = status
  message.errorCode = errorCode
  message.errorMessage = errorCode === null ? null : errorText(errorCode)
  message.dateUpdated = new Date()
  if (status === 'sent') {
    message.dateSent = message.dateUpdated
    message.price = (-PRICE * message.numSegments).toFixed(5)
  }
  network.air.append('status', {
    messageSid: message.sid,
    to: message.to,
    from: message.from,
    messageStatus: status,
    errorCode,
  })
}

/** Shows a message to the customer. */
export function showOnHandset(
  network: PhoneNetwork,
  message: SimulatedMessage
) {
  if (message.onHandset) return
  message.onHandset = true
  network.air.append('handset', {
    messageSid: message.sid,
    to: message.to,
    from: message.from,
    body: message.body,
  })
}
