import { createLimit } from 'src/lib/access/limits/createLimit'

import type { Deed } from './entry'
import { writeBehind } from './writeBehind'

const PER_MINUTE = 60

const limitRefusals = createLimit('auditedRefusals', PER_MINUTE)

/**
 * Writes down that somebody was refused something: sixty times in a minute for each, so that who tries again and again
 * fills no log. Nobody waits for it, as nothing was changed.
 */
export async function noteRefusal(deed: Deed, code: string) {
  if ((await limitRefusals(String(deed.who.id))) === 0) {
    writeBehind({ ...deed, outcome: 'REFUSED', code })
  }
}
