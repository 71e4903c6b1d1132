import type { ConsentSource } from '@prisma/client'

import { consentOf, consentWord } from 'src/lib/messaging/consentWords'
import { shorten } from 'src/lib/messaging/shorten'

/** What Twilio's Advanced Opt-Out makes of a message: https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out */
const BY_TYPE = new Map([
  ['STOP', false],
  ['START', true],
  ['HELP', null],
])

/** Advanced Opt-Out takes words that an administrator at Twilio chose: no phrase of theirs is longer. */
const LONGEST_WORD = 60

export interface Consent {
  /** Null: asked for help. */
  allowed: boolean | null
  source: ConsentSource
  /** What was written. */
  word: string | null
  /** It is for the ledger also where it changes nothing. "Yes" is what people answer to any question. */
  explicit: boolean
}

/** What an inbound message says about being written to, and who says so; null where it says nothing. */
export function readConsent(
  body: string,
  optOutType: string | undefined
): Consent | null {
  const decided = optOutType ? BY_TYPE.get(optOutType.toUpperCase()) : undefined
  if (decided !== undefined) {
    const word = shorten(body.trim(), LONGEST_WORD) || null
    return {
      allowed: decided,
      source: 'OPT_OUT_TYPE',
      word,
      explicit: true,
    }
  }
  const word = consentWord(body)
  return word === null
    ? null
    : {
        allowed: consentOf(body),
        source: 'KEYWORD',
        word,
        explicit: word !== 'YES',
      }
}
