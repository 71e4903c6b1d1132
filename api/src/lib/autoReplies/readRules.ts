import type { AutoReplyRule, Channel } from '@prisma/client'

import { createBatcher } from 'src/lib/batching/createBatcher'
import { isValueError } from 'src/lib/database/isValueError'
import { promptQuery } from 'src/lib/database/promptQuery'
import type { OpeningSpan } from 'src/lib/messaging/openingHours'

interface Asked {
  /** Ours that was written to, and the service that it belongs to. */
  to: string
  messagingServiceSid: string | null
  /** The contact's. */
  from: string
}

/** The rules of the channel that a message came to, in their order, and what their texts may tell. */
export interface ChannelRules {
  channel: Pick<Channel, 'name' | 'timeZone' | 'holidays'> & {
    openingHours: OpeningSpan[]
  }
  rules: AutoReplyRule[]
  /** The contact's name. */
  name: string | null
}

/**
 * Read with every message, and not kept: a rule that was changed is obeyed at once, by all processes. What comes at the
 * same time is asked at once.
 */
const read = createBatcher<Asked, ChannelRules | null>({
  name: 'readRules',
  handle: async (asked) => {
    const rows = await promptQuery<{ found: ChannelRules | null }>(
      'auto_reply_rules',
      `SELECT (
        SELECT jsonb_build_object(
          'channel', jsonb_build_object(
            'name', c.name, 'timeZone', c."timeZone", 'openingHours', c."openingHours", 'holidays', c.holidays
          ),
          'rules', (
            SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r.position, r.id), '[]') FROM "AutoReplyRule" r
            WHERE r."channelId" = c.id AND r."isEnabled"
          ),
          'name', (SELECT name FROM "Contact" WHERE address = m ->> 'from')
        )
        FROM "Channel" c
        WHERE c.address IN (m ->> 'to', m ->> 'messagingServiceSid') OR c."isDefault"
        ORDER BY c.address = m ->> 'to' DESC, c.address IS NOT DISTINCT FROM m ->> 'messagingServiceSid' DESC
        LIMIT 1
      ) AS found
      FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS asked (m, ord) ORDER BY ord`,
      [JSON.stringify(asked)]
    )
    return rows.map(({ found }) => found)
  },
  isOneItemsFault: isValueError,
  largest: 100,
  running: 2,
  waiting: 2_000,
})

/**
 * The rules for a message: those of the channel that has its address, else of its Messaging Service, else of the
 * default one. Null where there is no channel.
 *
 * @throws OverloadedError, or the database's error
 */
export const readRules = (asked: Asked): Promise<ChannelRules | null> =>
  read(asked)
