import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import {
  sendStatusCallback,
  statusCallbackOf,
} from '../webhooks/statusCallback'

import { changeStatus } from './changeStatus'

/** A customer has seen a delivered message. SMS tells nobody; false where that is so. */
export function readMessage(
  network: PhoneNetwork,
  message: SimulatedMessage
): boolean {
  if (message.status !== 'delivered' || !message.to.startsWith('whatsapp:')) {
    return false
  }
  changeStatus(network, message, 'read')
  const callback = statusCallbackOf(network, message)
  if (callback) network.tasks.background(sendStatusCallback(network, callback))
  return true
}
