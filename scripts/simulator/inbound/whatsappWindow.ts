import type { PhoneNetwork } from '../network/network'

const WINDOW_MS = 24 * 60 * 60 * 1000

/**
 * Whether free text may go to a WhatsApp customer: only within 24 hours of the last message from there.
 * https://www.twilio.com/docs/whatsapp/key-concepts#the-24-hour-window
 */
export function withinWindow(
  network: PhoneNetwork,
  { to }: { to: string }
): boolean {
  if (!network.settings.whatsappWindow || !to.startsWith('whatsapp:')) {
    return true
  }
  const opened = Date.now() - WINDOW_MS
  return network.messages
    .list()
    .some(
      ({ direction, from, dateCreated }) =>
        direction === 'inbound' && from === to && dateCreated.getTime() > opened
    )
}
