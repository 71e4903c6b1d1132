import type { Task } from 'graphile-worker'

import { redactContact as redact } from 'src/lib/privacy/erasure/redactContact'

/** Takes out what is kept of a contact that was erased. */
export const redactContact: Task = async (payload, { abortSignal }) => {
  const { contactId } = payload as { contactId: string }
  await redact(contactId, { signal: abortSignal })
}
