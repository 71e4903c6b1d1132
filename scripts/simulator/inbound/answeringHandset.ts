import type { PhoneNetwork } from '../network/network'

import { receiveMessage } from './receiveMessage'

/** The customer whose number ends so answers every message at once, so that a self-test needs nobody at the handset. */
export const ANSWERING_ENDING = '90007'

export const ANSWER = 'I got it.'

/** Has the customer of the magic number answer what reaches the handset. */
export function startAnsweringHandset(network: PhoneNetwork) {
  network.air.subscribe(({ type, to, messageSid }) => {
    const message =
      type === 'handset' && String(to).endsWith(ANSWERING_ENDING)
        ? network.messages.find(String(messageSid))
        : undefined
    if (!message?.from || message.automatic) return
    const [channel, from] = message.to.startsWith('whatsapp:')
      ? (['whatsapp', message.to.slice('whatsapp:'.length)] as const)
      : (['sms', message.to] as const)
    const { announced } = receiveMessage(network, {
      channel,
      from,
      to: message.from.replace(/^whatsapp:/, ''),
      body: ANSWER,
    })
    network.tasks.background(announced)
  })
}
