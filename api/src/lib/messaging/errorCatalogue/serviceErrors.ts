import type { ErrorRow } from './errorRow'

/** The Messaging Service and its pool of senders. */
export const serviceErrors: readonly ErrorRow[] = [
  [
    21669,
    'The sender and the Messaging Service are in different regions.',
    'Ask an administrator to bring both into one region, then press Retry.',
    'afterFix',
  ],
  [
    21701,
    'Twilio does not know our Messaging Service.',
    'Ask an administrator to correct its SID in the configuration, then press Retry.',
    'afterFix',
  ],
  [
    21702,
    'Our Messaging Service cannot take messages at the moment.',
    'Wait a few minutes, then press Retry.',
    'later',
  ],
  [
    21703,
    'No sender in our Messaging Service suits this recipient.',
    'Ask an administrator to add a suitable sender to the pool, then press Retry.',
    'afterFix',
  ],
  [
    21704,
    'Our Messaging Service has no senders.',
    'Ask an administrator to add a sender to the pool, then press Retry.',
    'afterFix',
  ],
  [
    21705,
    'Our Messaging Service is not set up properly.',
    'Ask an administrator to check it in the Twilio console, then press Retry.',
    'afterFix',
  ],
  [
    21711,
    'The sender is not in our Messaging Service.',
    'Ask an administrator to add it to the pool, then press Retry.',
    'afterFix',
  ],
  [
    21712,
    'The sender belongs to another Messaging Service.',
    'Ask an administrator to move it to ours, then press Retry.',
    'afterFix',
  ],
]
