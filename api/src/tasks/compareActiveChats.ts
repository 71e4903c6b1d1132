import type { Task } from 'graphile-worker'

import { compareActiveChats as compare } from 'src/lib/reconcile/compareActiveChats'

/** Every three minutes: has those of Twilio's conversations looked into in which something goes on. */
export const compareActiveChats: Task = async () => {
  await compare()
}
