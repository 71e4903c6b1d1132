import type { ErrorRow } from './errorRow'

/** Senders that carriers want registered, and the limits they then set. */
export const registrationErrors: readonly ErrorRow[] = [
  [
    30018,
    "The recipient's carrier wants our sender name to be registered first.",
    'Ask an administrator to register it with Twilio, then press Retry.',
    'afterFix',
  ],
  [
    30022,
    'We are sending faster than our registration in the United States allows.',
    'Wait a few minutes, then press Retry.',
    'later',
  ],
  [
    30023,
    'Our registration in the United States has used up its messages for today.',
    'Press Retry tomorrow, after midnight Pacific time.',
    'later',
  ],
  [
    30024,
    "The recipient's carrier wants our number to be registered first.",
    'Ask an administrator to register it with Twilio, then press Retry.',
    'afterFix',
  ],
  [
    30025,
    'Half of our T-Mobile messages for today are used up.',
    'This is a warning only, so carry on and leave what can wait for tomorrow.',
    'never',
  ],
  [
    30026,
    'More than two thirds of our T-Mobile messages for today are used up.',
    'This is a warning only, so carry on and leave what can wait for tomorrow.',
    'never',
  ],
  [
    30027,
    'T-Mobile takes no more messages from us today.',
    'Press Retry tomorrow, after midnight Pacific time.',
    'later',
  ],
  [
    30032,
    'Our toll-free number has not been verified.',
    'Ask an administrator to have it verified in the Twilio console, then press Retry.',
    'afterFix',
  ],
  [
    30033,
    'Our registration in the United States has been suspended.',
    'Ask an administrator to settle it with Twilio support, then press Retry.',
    'afterFix',
  ],
  [
    30034,
    'Our number is not registered for messages to the United States.',
    'Ask an administrator to register it in the Twilio console, then press Retry.',
    'afterFix',
  ],
  [
    30035,
    'Our number is still being registered.',
    'Wait until the registration is complete, then press Retry.',
    'later',
  ],
]
