import { validate as isUuid } from 'uuid'

/**
 * Our id rides along in the attributes of what we write into a Twilio conversation: by it its own event, and a look-up
 * after an outcome that is unknown, find our row.
 */
const KEY = 'heliographMessageId'

export const ownAttributes = (messageId: string) =>
  JSON.stringify({ [KEY]: messageId })

/** The row that a message's attributes name; null where another system wrote it. */
export function ownMessageId(attributes: string | undefined): string | null {
  try {
    const id: unknown = JSON.parse(attributes || '{}')?.[KEY]
    return typeof id === 'string' && isUuid(id) ? id : null
  } catch {
    return null
  }
}
