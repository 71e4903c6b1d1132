import type { CreatedMessage } from 'src/lib/twilio/createTwilioMessage'

/** What became of one call to Twilio. Nobody else looks at an HTTP status. */
export type Outcome =
  /** Twilio has it. */
  | { kind: 'accepted'; created: CreatedMessage }
  /** Twilio will not have it (4xx): final. */
  | { kind: 'refused'; errorCode: number | null; errorDetail: string }
  /** Twilio never saw it, or says that it did nothing with it (429): safe to repeat, later, or at a time. */
  | { kind: 'notProcessed'; reason: string; at?: Date }
  /** Perhaps Twilio has it, perhaps not: must not be repeated until Twilio has been asked. */
  | { kind: 'unknown'; reason: string }
