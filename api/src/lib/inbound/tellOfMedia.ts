import { sql } from 'src/lib/database/sql'
import { publish } from 'src/lib/live/publish'

/** Tells every screen that a message's file is another one now: the message is a newer one, by its time. */
export async function tellOfMedia(mediaId: string): Promise<void> {
  const [message] = await sql.$queryRaw<
    { id: string; conversationId: string }[]
  >`
    UPDATE "Message" SET "updatedAt" = greatest(clock_timestamp(), "updatedAt" + interval '1 millisecond')
    WHERE id = (SELECT "messageId" FROM "Media" WHERE id = ${mediaId}::uuid)
    RETURNING id, "conversationId"`
  if (message) {
    const { id: messageId, conversationId } = message
    publish({ kind: 'messageStatusChanged', messageId, conversationId })
  }
}
