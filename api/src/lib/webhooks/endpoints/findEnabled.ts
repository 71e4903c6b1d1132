import type { WebhookEndpoint } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import type { Transaction } from 'src/lib/database/sql'
import { badUserInput, NotFoundError } from 'src/lib/errors'

/**
 * An endpoint that takes events.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT (it is disabled)
 */
export async function findEnabled(
  tx: Transaction,
  id: string
): Promise<WebhookEndpoint> {
  const [endpoint] = isUuid(id)
    ? await tx.$queryRaw<WebhookEndpoint[]>`
        SELECT * FROM "WebhookEndpoint" WHERE id = ${id}::uuid`
    : []
  if (!endpoint) {
    throw new NotFoundError('webhook endpoint')
  }
  if (!endpoint.isEnabled) {
    throw badUserInput('The endpoint is disabled. Enable it first.')
  }
  return endpoint
}
