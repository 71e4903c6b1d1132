import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import {
  sendStatusCallback,
  statusCallbackOf,
  type StatusCallback,
} from '../webhooks/statusCallback'

import { changeStatus, showOnHandset } from './changeStatus'
import { fetchMedia } from './fetchMedia'
import { timeOf, type Outcome, type Step } from './outcomes'

/**
 * A message's way from Twilio to the handset. Each status is reported when it is reached, without waiting for
 * the answer to the one before: so Twilio's callbacks can overtake each other.
 * https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
 */
export async function deliverMessage(
  network: PhoneNetwork,
  message: SimulatedMessage,
  outcome: Outcome
): Promise<void> {
  const started = Date.now()
  const report = reporter(network, message)
  const reach = async (step: Step) => {
    const left = started + timeOf(step, network.settings) - Date.now()
    await network.tasks.wait(Math.max(0, left))
    if (step.status === 'queued') pickSender(network, message)
    changeStatus(network, message, step.status, step.errorCode)
  }

  if (message.status !== 'queued') {
    await reach({ status: 'queued' })
    report(message)
  }
  await reach({ status: 'sending' })
  if (network.settings.sendingCallback) report(message)

  const mediaError = await fetchMedia(network, message)
  const steps: Step[] = mediaError
    ? [{ status: 'failed', errorCode: mediaError }]
    : outcome.steps
  for (const step of steps) {
    await reach(step)
    const seen = outcome.onHandset ? 'sent' : 'delivered'
    if (step.status === seen) showOnHandset(network, message)
    report(message)
  }
  report.end()
}

/** A Messaging Service chooses the sender only now. */
function pickSender(network: PhoneNetwork, message: SimulatedMessage) {
  const prefix = message.to.startsWith('whatsapp:') ? 'whatsapp:' : ''
  message.from ??= prefix + network.account.phoneNumber
}

/** Calls back at once or, under a `reorder`, all at the end and in another order. */
function reporter(network: PhoneNetwork, message: SimulatedMessage) {
  const { to, from } = message
  const reorder = network.faults.forOrder({
    webhook: 'status',
    to,
    from: from ?? undefined,
  })
  const held: StatusCallback[] = []

  const report = (current: SimulatedMessage) => {
    const callback = statusCallbackOf(network, current)
    if (!callback) return
    if (reorder) held.push(callback)
    else network.tasks.background(sendStatusCallback(network, callback))
  }
  const sendHeld = async () => {
    const order =
      reorder?.order === 'shuffled'
        ? network.random.shuffle(held)
        : held.reverse()
    for (const callback of order) await sendStatusCallback(network, callback)
  }
  report.end = () => network.tasks.background(sendHeld())
  return report
}
