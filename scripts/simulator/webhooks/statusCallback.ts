import { parseAddress } from '../account/addresses'
import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import { hex32 } from '../network/sids'

import { deliverWithFaults } from './deliverWithFaults'
import type { FormParams } from './signedForm'

/** A status callback that is due: the message's state is copied, since the message goes on. */
export interface StatusCallback {
  url: string
  messageSid: string
  to: string
  from: string | null
  params: FormParams
}

/** Null where nobody asked to be called. */
export function statusCallbackOf(
  network: PhoneNetwork,
  message: SimulatedMessage
): StatusCallback | null {
  const url =
    message.statusCallback ||
    (message.messagingServiceSid && network.settings.serviceStatusCallback)
  if (!url) return null
  return {
    url,
    messageSid: message.sid,
    to: message.to,
    from: message.from,
    params: statusParams(message),
  }
}

/** Parameters: https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
function statusParams(message: SimulatedMessage): FormParams {
  const { channel, number } = parseAddress(message.to) ?? {}
  const { status } = message
  const params: FormParams = {
    SmsSid: message.sid,
    SmsStatus: status,
    MessageStatus: status,
    To: message.to,
    MessageSid: message.sid,
    AccountSid: message.accountSid,
    From: message.from ?? '',
    ApiVersion: '2010-04-01',
  }
  if (message.messagingServiceSid) {
    params.MessagingServiceSid = message.messagingServiceSid
  }
  if (message.errorCode !== null) {
    params.ErrorCode = String(message.errorCode)
    params.ErrorMessage = message.errorMessage ?? ''
  }
  if (channel === 'sms' && ['delivered', 'undelivered'].includes(status)) {
    params.RawDlrDoneDate = rawDlrDoneDate(message.dateUpdated)
  }
  if (channel === 'whatsapp') {
    params.ChannelPrefix = 'whatsapp'
    params.ChannelInstallSid = CHANNEL_INSTALL_SID
    params.ChannelToAddress = `${number?.slice(0, -4)}XXXX`
    if (['delivered', 'undelivered', 'read'].includes(status)) {
      params.EventType = status.toUpperCase()
    }
    if (message.errorMessage) {
      params.ChannelStatusMessage = message.errorMessage
    }
  }
  return params
}

const CHANNEL_INSTALL_SID = `XE${hex32()}`

/** `YYMMDDhhmm`; the carrier's time zone, which nobody names: UTC here. */
const rawDlrDoneDate = (date: Date) =>
  date.toISOString().replace(/\D/g, '').slice(2, 12)

/** Sends a status callback, with the faults that strike it; resolves when its last attempt is over. */
export async function sendStatusCallback(
  network: PhoneNetwork,
  { messageSid, to, from, params, url }: StatusCallback
): Promise<void> {
  const messageStatus = params.MessageStatus
  await deliverWithFaults(
    network,
    {
      type: 'callback',
      url,
      params,
      about: { messageSid, to, from, messageStatus },
    },
    { webhook: 'status', to, from: from ?? undefined, messageStatus }
  )
}
