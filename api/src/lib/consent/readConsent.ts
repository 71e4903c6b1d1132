import type { ConsentSource } from '@prisma/client'

import { consentOf } from 'src/lib/messaging/consentWords'

/** What Twilio's Advanced Opt-Out makes of a message: https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out */
const BY_TYPE: Record<string, boolean> = { STOP: false, START: true }

/** What an inbound message says about being written to, and who says so; null where it says nothing. */
export function readConsent(
  body: string,
  optOutType: string | undefined
): { allowed: boolean; source: ConsentSource } | null {
  const decided = optOutType ? BY_TYPE[optOutType] : undefined
  if (decided !== undefined) {
    return { allowed: decided, source: 'OPT_OUT_TYPE' }
  }
  const allowed = consentOf(body)
  return allowed === null ? null : { allowed, source: 'KEYWORD' }
}
