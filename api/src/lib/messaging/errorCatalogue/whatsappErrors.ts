import type { ErrorRow } from './errorRow'

/** WhatsApp's own rules: the 24 hours, templates, and the account at Meta. */
export const whatsappErrors: readonly ErrorRow[] = [
  [
    63016,
    'More than 24 hours have passed since the contact last wrote on WhatsApp.',
    'Send an approved template, or press Retry once they have written again.',
    'afterFix',
  ],
  [
    63020,
    "Our company's account at Meta has a problem.",
    'Ask an administrator to look into the Meta Business Manager, then press Retry.',
    'afterFix',
  ],
  [
    63027,
    'The template does not exist in this language.',
    'Choose another language or another template.',
    'never',
  ],
  [
    63028,
    'The number of values does not fit the template.',
    'Fill in every field of the template and send it again.',
    'never',
  ],
  [
    63029,
    "The recipient's phone could not load the template.",
    'Press Retry later, or send a plain message.',
    'later',
  ],
  [
    63032,
    'Meta keeps this recipient out of such messages for a trial of its own.',
    'Reach the contact another way.',
    'never',
  ],
  [
    63040,
    'WhatsApp has rejected the template.',
    'Use another template, or ask an administrator to have it approved and press Retry.',
    'afterFix',
  ],
  [
    63041,
    'WhatsApp has paused the template because people complained about it.',
    'Use another template, or press Retry when the pause is over.',
    'afterFix',
  ],
  [
    63042,
    'WhatsApp has switched the template off.',
    'Use another template, or ask an administrator to replace it.',
    'afterFix',
  ],
  [
    63049,
    'Meta chose not to deliver this advertising message.',
    'Do not repeat it, and use a text message or a template that is not advertising.',
    'never',
  ],
  [
    63051,
    'Our WhatsApp Business account is locked.',
    'Ask an administrator to contact Twilio support, then press Retry.',
    'afterFix',
  ],
  [
    63062,
    "Meta's terms for advertising messages have not been accepted.",
    'Ask an administrator to accept them at Meta, then press Retry.',
    'afterFix',
  ],
  [
    63101,
    'Our WhatsApp Business account cannot be used with Twilio.',
    'Ask an administrator to check how it was connected in the Twilio console.',
    'never',
  ],
  [
    63112,
    'Meta has disabled our WhatsApp Business account.',
    'Ask an administrator to appeal at Meta, then press Retry.',
    'afterFix',
  ],
]
