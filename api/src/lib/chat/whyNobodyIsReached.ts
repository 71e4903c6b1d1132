import { sql } from 'src/lib/database/sql'

/** Why a message to a Twilio conversation would reach no phone, for the operator; null where one would get it. */
export async function whyNobodyIsReached(
  conversationId: string
): Promise<string | null> {
  const [{ nobody }] = await sql.$queryRaw<{ nobody: boolean }[]>`
    SELECT is_chat_opted_out(${conversationId}::uuid) AS nobody`
  return nobody
    ? 'Whoever takes part here by phone has opted out: nothing can be sent until they write START.'
    : null
}
