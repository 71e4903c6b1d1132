import type { Task } from 'graphile-worker'

import { dispatch } from 'src/lib/outbound/dispatch'

/** Takes a message to Twilio that was not sent at once: its time has come, Twilio was busy, or its sender died. */
export const sendMessage: Task = async (payload) => {
  await dispatch((payload as { messageId: string }).messageId)
}
