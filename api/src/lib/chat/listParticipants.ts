import type { Participant } from '@prisma/client'

import { sql } from 'src/lib/database/sql'

/** Who takes part in a Twilio conversation, or did, in the order in which they came; and whom no message reaches. */
export const listParticipants = (conversationId: string) =>
  sql.$queryRaw<(Participant & { optedOutAt: Date | null })[]>`
    SELECT p.*, f."optedOutAt"
    FROM "Participant" p LEFT JOIN phones_of_chat(${conversationId}::uuid) f ON f.participant = p.id
    WHERE p."conversationId" = ${conversationId}::uuid
    ORDER BY p."createdAt", p.sid`
