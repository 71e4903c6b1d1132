import { config } from 'src/lib/config/config'
import { sql } from 'src/lib/database/sql'

/** Whether an address is one of our own: the configuration's, or a channel's. */
export async function isOurAddress(address: string): Promise<boolean> {
  if (address === config.twilio.phoneNumber) {
    return true
  }
  const channels = await sql.$queryRaw<unknown[]>`
    SELECT 1 FROM "Channel" WHERE address = ${address}`
  return channels.length > 0
}
