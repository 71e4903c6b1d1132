import type { Task } from 'graphile-worker'

import { compareDay as compare } from 'src/lib/reconcile/compareDay'

/** Once a day: compares Twilio's list with ours. */
export const compareDay: Task = () => compare()
