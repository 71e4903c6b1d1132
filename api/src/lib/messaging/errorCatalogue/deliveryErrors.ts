import type { ErrorRow } from './errorRow'

/** Accepted by Twilio, and lost on the way to the handset. */
export const deliveryErrors: readonly ErrorRow[] = [
  [
    30001,
    'Too many messages were waiting, and this one was dropped.',
    'Wait until fewer are waiting, then press Retry.',
    'later',
  ],
  [
    30003,
    'The phone could not be reached: it is off, has no signal or cannot take texts.',
    'Press Retry in a few hours, or phone the contact.',
    'later',
  ],
  [
    30004,
    'The carrier or the recipient has blocked messages from us.',
    'Do not write again, and reach the contact another way if they agree.',
    'never',
  ],
  [
    30005,
    'The number is unknown or no longer in use.',
    'Ask the contact for their current number.',
    'never',
  ],
  [
    30006,
    'The number is a landline, or its carrier takes no text messages.',
    'Ask the contact for a mobile number, or phone them.',
    'never',
  ],
  [
    30007,
    'The message was held back because it looked like spam or broke a rule.',
    'Write it differently, and tell an administrator if this happens often.',
    'never',
  ],
  [
    30008,
    'The carrier gave up and did not say why.',
    'Press Retry once, and reach the contact another way if it fails again.',
    'later',
  ],
  [
    30009,
    'A part of a long message to us got lost on the way.',
    'Ask the contact to send it again.',
    'never',
  ],
  [
    30010,
    'The message would have cost more than the limit that was set for it.',
    'Ask an administrator to raise or remove the limit.',
    'never',
  ],
  [
    30011,
    'This recipient cannot receive pictures or other files.',
    'Send the text alone, with a link if needed.',
    'never',
  ],
  [
    30017,
    "The carrier's network was too busy.",
    'Wait half an hour, then press Retry.',
    'later',
  ],
  [
    30019,
    "The attached file is too big for the recipient's carrier.",
    'Attach a smaller file and send it again.',
    'never',
  ],
  [
    30020,
    'Twilio failed to send the scheduled message at its time.',
    'Press Retry, and tell an administrator if it fails again.',
    'later',
  ],
  [
    30021,
    'Our Messaging Service failed inside Twilio.',
    'Press Retry in a few minutes, and tell an administrator if it fails again.',
    'later',
  ],
  [
    30036,
    'The message waited longer than it was valid and was not sent.',
    'Press Retry if it still matters, and ask an administrator to let messages wait longer.',
    'later',
  ],
  [
    30410,
    'The carrier did not answer in time, so the message may have arrived.',
    'Ask the contact whether it came before you press Retry.',
    'later',
  ],
  [
    30450,
    'Twilio has blocked this destination for a while to stop fraud.',
    'Do not send it again now, and ask an administrator to review the block if the number is genuine.',
    'never',
  ],
]
