import type { ChannelKind } from '@prisma/client'
import { v7 as uuid } from 'uuid'

import { config } from 'src/lib/config/config'
import { sql } from 'src/lib/database/sql'

const { phoneNumber, messagingServiceSid } = config.twilio

/** A number takes calls, too; that one is a WhatsApp sender is known of the simulator's only. */
const NUMBER_KINDS: ChannelKind[] = config.simulated
  ? ['SMS', 'WHATSAPP', 'VOICE']
  : ['SMS', 'VOICE']

const SERVICE_KINDS: ChannelKind[] = ['SMS']

/** What the configuration names, in the order in which it is written from. */
const CONFIGURED = [
  { address: messagingServiceSid, kinds: SERVICE_KINDS, name: 'Pool' },
  { address: phoneNumber, kinds: NUMBER_KINDS, name: 'Main number' },
]

/** Makes the channels that the configuration names, where they are missing; the first is the default, if there is none. */
export async function ensureChannels() {
  for (const { address, kinds, name } of CONFIGURED) {
    if (address) {
      await sql.$executeRaw`
        INSERT INTO "Channel" (id, address, kinds, name)
        VALUES (${uuid()}::uuid, ${address}, ${kinds}::"ChannelKind"[], ${name})
        ON CONFLICT (address) DO NOTHING`
    }
  }
  const first = messagingServiceSid ?? phoneNumber
  // Several processes may start at once: the partial index lets one of them set it.
  await sql.$executeRaw`
    UPDATE "Channel" SET "isDefault" = true
    WHERE address = ${first ?? null} AND NOT EXISTS (SELECT 1 FROM "Channel" WHERE "isDefault")`
}
