/**
 * What machines say of themselves. Answering one is how two machines come to talk for ever (Twilio stops them at 14107:
 * https://www.twilio.com/docs/api/errors/14107).
 */
const SAID_BY_MACHINES = [
  /\bauto(matic|mated|matically)?[\s-]*(reply|replies|response|respond(er|ing)?|answer|message|generated)\b/i,
  /\b(do not|don['’]t|no)[\s-]*reply\b/i,
  /\b(this|the) (inbox|mailbox|number|message) is (not monitored|unmonitored|automated)\b/i,
  /\bout of (the )?office\b/i,
  /\bcannot receive (text|sms|messages)\b/i,
]

/** Whether a message seems to be a machine's. */
export const looksAutomatic = (body: string): boolean =>
  SAID_BY_MACHINES.some((pattern) => pattern.test(body))
