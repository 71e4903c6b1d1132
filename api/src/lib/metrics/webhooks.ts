import { counter, histogram } from './registry'

const webhooks = counter(
  'webhooks_total',
  "Twilio's webhooks, by what became of them",
  ['webhook', 'result']
)
const forged = counter(
  'signature_failures_total',
  'Webhooks that were refused for their signature, by why it did not fit',
  ['webhook', 'reason']
)
// Twilio waits for 15 seconds.
const seconds = histogram(
  'webhook_seconds',
  'From the request of a signed webhook to its answer, which is after the commit',
  ['webhook'],
  [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15]
)

const SIGNATURE = ['MISSING_SIGNATURE', 'OTHER_URL', 'WRONG_TOKEN']

/** A webhook was recorded, or not, or refused for a reason. */
export function countWebhookResult(webhook: string, result: string) {
  webhooks.inc({ webhook, result })
  if (SIGNATURE.includes(result)) {
    forged.inc({ webhook, reason: result })
  }
}

/** @returns what is called when the webhook is answered */
export const timeWebhook = (webhook: string) => seconds.startTimer({ webhook })
