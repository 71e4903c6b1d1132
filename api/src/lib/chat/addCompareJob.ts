import type { Transaction } from 'src/lib/database/sql'
import type { ChatFacts } from 'src/lib/twilio/chatFacts'

/** Has a worker look into one of Twilio's conversations: see `compare_chat` in the migrations. */
export const addCompareJob = (
  tx: Transaction,
  { sid, serviceSid }: Pick<ChatFacts, 'sid' | 'serviceSid'>,
  inSeconds: number
) =>
  tx.$executeRaw`
    SELECT compare_chat(${sid}, ${serviceSid ?? null}::text, ${inSeconds}::float)`
