import { inTransaction } from 'src/lib/database/inTransaction'
import { publish } from 'src/lib/live/publish'

import { setConsent } from './setConsent'

/** Twilio refused a message because its recipient has opted out (21610). */
export async function noteRefusal(conversationId: string): Promise<void> {
  const news = await inTransaction((tx) =>
    setConsent(tx, conversationId, { allowed: false, source: 'REFUSAL' })
  )
  if (news) {
    publish({ kind: 'conversationChanged', conversationId, isNew: false })
  }
}
