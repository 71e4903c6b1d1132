import type { WebhookEndpoint, WebhookEvent } from '@prisma/client'

import { sql } from 'src/lib/database/sql'

interface Content {
  body: string | null
  numMedia: number
}

/** What the message holds by now: one whose text was taken away since then does not tell it any more. */
const contentOf = async (messageId: string): Promise<Content> => {
  const [content] = await sql.$queryRaw<Content[]>`
    SELECT body, (SELECT count(*)::int FROM "Media" WHERE "messageId" = m.id) AS "numMedia"
    FROM "Message" m WHERE id = ${messageId}::uuid`
  return content ?? { body: null, numMedia: 0 }
}

/** What PostgreSQL's JSON writes as `2026-11-20T12:00:00.74+00:00`, as all other times here are written. */
const withSameDates = (data: object) =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      name.endsWith('At') && typeof value === 'string'
        ? new Date(value).toISOString()
        : value,
    ])
  )

/**
 * An event in words, as they are signed and sent: JSON of `type`, `timestamp` (ISO 8601) and `data`.
 *
 * @see https://www.standardwebhooks.com
 */
export async function payloadOf(
  { type, at, messageId, data }: WebhookEvent,
  { includesBodies }: Pick<WebhookEndpoint, 'includesBodies'>
): Promise<string> {
  const { body, numMedia } = messageId
    ? await contentOf(messageId)
    : { body: null, numMedia: 0 }
  return JSON.stringify({
    type,
    timestamp: at.toISOString(),
    data: {
      ...withSameDates(data as object),
      ...(messageId && { numMedia, ...(includesBodies && { body }) }),
    },
  })
}
