import { t } from 'src/lib/language/t'
import type { Text } from 'src/lib/language/t'

const WEBHOOKS: Record<string, Text> = {
  twilioCallback: 'Status callbacks',
  twilioMessage: 'Inbound messages',
  twilioVoice: 'Calls',
  twilioConversations: 'Conversations events',
} satisfies Record<string, Text>

interface Words {
  /** What happened. */
  what: string
  /** What mends it. */
  next: string
}

const REASONS: Record<string, Record<keyof Words, Text>> = {
  MISSING_SIGNATURE: {
    what: 'The request carried no signature, so Twilio did not send it.',
    next: 'Somebody else called the address. If Twilio did after all, a proxy in between removes the header X-Twilio-Signature: let it through.',
  },
  WRONG_TOKEN: {
    what: 'The signature fits no address of ours with the auth token that we have.',
    next: 'Compare TWILIO_AUTH_TOKEN with the primary token of this account in the Twilio console. During a rotation, put the other one into TWILIO_AUTH_TOKEN_SECONDARY. Requests that somebody forged end here too.',
  },
  OTHER_URL: {
    what: 'Twilio signed for another address than the one that we expect.',
    next: 'Set API_BASE_URL to the origin that Twilio calls, or enter the expected address in the Twilio console.',
  },
  TOO_LARGE: {
    what: 'The request was larger than 64 KB.',
    next: 'Twilio’s own are far smaller, so somebody else sent it. There is nothing to do.',
  },
  WRONG_METHOD: {
    what: 'The request was not a POST.',
    next: 'In the Twilio console, set the webhook to HTTP POST. A browser that opened the address ends here too.',
  },
} satisfies Record<string, Record<keyof Words, Text>>

/** Which webhook it is, in an administrator's words. */
export const webhookName = (webhook: string) => {
  const known = WEBHOOKS[webhook]
  return known ? t(known) : webhook
}

/** Why a webhook was refused, and what to do; a reason that is news to this page stands as it came. */
export function explainRefusal(reason: string): Words {
  const known = REASONS[reason]
  return known
    ? { what: t(known.what), next: t(known.next) }
    : {
        what: reason,
        next: t('This page does not know the reason; the log says more.'),
      }
}
