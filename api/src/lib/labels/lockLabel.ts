import { validate as isUuid } from 'uuid'

import type { Transaction } from 'src/lib/database/sql'
import { NotFoundError } from 'src/lib/errors'

/**
 * Sees to it that a label is there until the commit.
 *
 * @throws NOT_FOUND
 */
export async function lockLabel(tx: Transaction, id: string) {
  const found = isUuid(id)
    ? await tx.$queryRaw<object[]>`
        SELECT FROM "Label" WHERE id = ${id}::uuid FOR KEY SHARE`
    : []
  if (found.length === 0) {
    throw new NotFoundError('label')
  }
}
