import type { FormParams } from '../webhooks/signedForm'

/** What a WhatsApp customer sends besides text and files. */
export interface Extras {
  location?: {
    latitude: number
    longitude: number
    address?: string
    label?: string
  }
  /** A button of a template that was pressed. */
  button?: { text: string; payload?: string }
  /** What was filled in, in WhatsApp's words. */
  form?: Record<string, unknown>
  /** The SID of the message that is answered. */
  replyTo?: string
}

/** The parameters that say so: https://www.twilio.com/docs/messaging/guides/webhook-request */
export function extraParams(
  { location, button, form, replyTo }: Extras,
  ourAddress: string
): FormParams {
  return {
    ...(location && {
      MessageType: 'location',
      Latitude: String(location.latitude),
      Longitude: String(location.longitude),
      ...(location.address && { Address: location.address }),
      ...(location.label && { Label: location.label }),
    }),
    ...(button && {
      MessageType: 'button',
      Body: button.text,
      ButtonText: button.text,
      ButtonPayload: button.payload ?? button.text,
      ButtonType: 'REPLY',
    }),
    ...(form && {
      MessageType: 'interactive',
      InteractiveData: JSON.stringify(form),
    }),
    ...(replyTo && {
      OriginalRepliedMessageSid: replyTo,
      OriginalRepliedMessageSender: ourAddress,
    }),
  }
}
