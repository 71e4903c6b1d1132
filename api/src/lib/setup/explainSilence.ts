import type { WebhookRefusal } from '@prisma/client'

import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'

/** How long a first status callback may take: Twilio reports `sent` within seconds. */
const PATIENCE_SECONDS = 20

const explainRefusal = ({ reason, expectedUrl, signedUrl }: WebhookRefusal) => {
  switch (reason) {
    case 'OTHER_URL':
      return `Twilio calls, but for another address: it signed ${signedUrl}, and we expect ${expectedUrl}. Set API_BASE_URL to the origin that Twilio calls.`
    case 'WRONG_TOKEN':
      return 'Twilio calls, but its signature fits no token of ours: compare TWILIO_AUTH_TOKEN with the console’s primary token.'
    case 'MISSING_SIGNATURE':
      return 'Somebody calls without a signature. If it is Twilio, a proxy in between takes the header X-Twilio-Signature away.'
    default:
      return `A call was refused (${reason}): the page of the webhooks’ health says more.`
  }
}

const refusalOf = (webhook: string, since: Date) =>
  db.webhookRefusal.findFirst({
    where: { webhook, lastAt: { gte: since } },
    orderBy: { lastAt: 'desc' },
  })

/** Why nothing was heard since then; null while there is no reason to think that anything is wrong. */
export async function explainSilence(since: Date) {
  const [callback, message] = await Promise.all([
    refusalOf('twilioCallback', since),
    refusalOf('twilioMessage', since),
  ])
  const isLate = Date.now() - since.getTime() > PATIENCE_SECONDS * 1_000
  return {
    ofCallbacks: callback
      ? explainRefusal(callback)
      : isLate
        ? `Nothing came within ${PATIENCE_SECONDS} seconds. Twilio calls ${config.publicOrigin}: that must lead here from the internet, with a certificate that it trusts. Twilio’s own debugger shows what it met.`
        : null,
    ofMessages: message ? explainRefusal(message) : null,
  }
}
