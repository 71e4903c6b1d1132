import type { Task } from 'graphile-worker'

import { forgetAtTwilio as forget } from 'src/lib/privacy/atTwilio/forgetAtTwilio'

/** Every minute: has Twilio forget what was redacted here. */
export const forgetAtTwilio: Task = async () => {
  await forget()
}
