import type { Task } from 'graphile-worker'

import { compareChat as compare } from 'src/lib/reconcile/compareChat'

/** Looks into one of Twilio's conversations for what nobody told us of it. */
export const compareChat: Task = async (payload) => {
  const { sid, serviceSid } = payload as { sid: string; serviceSid?: string }
  await compare(sid, serviceSid)
}
