import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import {
  sendStatusCallback,
  statusCallbackOf,
} from '../webhooks/statusCallback'

import { send } from './acceptMessage'
import { changeStatus } from './changeStatus'

/** Sends the scheduled messages whose time has come. */
export function releaseDue(network: PhoneNetwork) {
  const now = new Date()
  for (const message of network.messages.list()) {
    if (message.sendAt && message.sendAt <= now) {
      releaseMessage(network, message)
    }
  }
}

/** Sends a scheduled message now, whatever its time. False where it is not scheduled. */
export function releaseMessage(
  network: PhoneNetwork,
  message: SimulatedMessage
): boolean {
  if (message.status !== 'scheduled') return false
  message.sendAt = null
  send(network, message)
  return true
}

export function cancelMessage(
  network: PhoneNetwork,
  message: SimulatedMessage
) {
  message.sendAt = null
  changeStatus(network, message, 'canceled')
  const callback = statusCallbackOf(network, message)
  if (callback) network.tasks.background(sendStatusCallback(network, callback))
}
