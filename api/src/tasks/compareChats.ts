import type { Task } from 'graphile-worker'

import { compareChats as compare } from 'src/lib/reconcile/compareChats'

/** Once a day: compares Twilio's conversations with ours. */
export const compareChats: Task = async () => {
  await compare()
}
