import { accountErrors } from './accountErrors'
import { addressErrors } from './addressErrors'
import { channelErrors } from './channelErrors'
import { contentErrors } from './contentErrors'
import { conversationErrors } from './conversationErrors'
import { deliveryErrors } from './deliveryErrors'
import type { ErrorRow, RetryClass } from './errorRow'
import { registrationErrors } from './registrationErrors'
import { serviceErrors } from './serviceErrors'
import { webhookErrors } from './webhookErrors'
import { whatsappErrors } from './whatsappErrors'

/** Every Twilio error that we can explain. One code stands in one table only. */
export const CATALOGUE: readonly ErrorRow[] = [
  ...accountErrors,
  ...addressErrors,
  ...contentErrors,
  ...serviceErrors,
  ...deliveryErrors,
  ...registrationErrors,
  ...channelErrors,
  ...whatsappErrors,
  ...webhookErrors,
  ...conversationErrors,
]

export interface ErrorAdvice {
  code: number
  /** One sentence for the operator: what went wrong. */
  cause: string
  /** One sentence: what to do about it, or whom to ask. */
  nextStep: string
  retry: RetryClass
  /** False when the code is not in the catalogue. */
  known: boolean
}

const adviceByCode = new Map(
  CATALOGUE.map(([code, cause, nextStep, retry]): [number, ErrorAdvice] => [
    code,
    { code, cause, nextStep, retry, known: true },
  ])
)

// Twilio adds codes and splits old ones, so a code that is not here is said to
// be unknown and left to a person:
// https://www.twilio.com/en-us/changelog/updates-to-the-error-code-dictionary-to-clarify-number-validatio
const unknownError = (code: number): ErrorAdvice => ({
  code,
  cause: `Twilio reported error ${code}, which Heliograph does not know.`,
  nextStep:
    'Press Retry once, and ask an administrator to look the code up at Twilio if it fails again.',
  retry: 'later',
  known: false,
})

/** What a Twilio error code means for the operator, and what to do about it. */
export const explainError = (code: number): ErrorAdvice =>
  adviceByCode.get(code) ?? unknownError(code)

/**
 * May a person sensibly press Retry? Null is a failure that came without a code.
 *
 * It says nothing of repeating by machine: only `backoff` allows that, and only
 * when Twilio is known not to have taken the message.
 */
export const isRetryable = (code: number | null): boolean =>
  code === null || explainError(code).retry !== 'never'

/** Cause and next step as the operator reads them. */
export function errorMessage(code: number): string {
  const { cause, nextStep } = explainError(code)
  return `${cause} ${nextStep}`
}
