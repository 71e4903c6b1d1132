import type { Prisma } from '@prisma/client'
import pLimit from 'p-limit'

import { db } from 'src/lib/db'
import { logger } from 'src/lib/logger'
import { HOPELESS_CODES } from 'src/lib/messaging/retry'

import type { Author } from './enqueueMessage'
import { retryMessage } from './retryMessage'

/** Those that somebody has to look at: they failed for good, and were not sent again. */
export const needsAttention: Prisma.MessageWhereInput = {
  direction: 'OUTBOUND',
  status: { in: ['FAILED', 'UNDELIVERED'] },
  retries: { none: {} },
}

/** Those of them that may get through now. Asked of the database, so that the others, however many, hide none. */
const hopeful: Prisma.MessageWhereInput = {
  redactedAt: null,
  // NOT IN alone would leave out what failed without a code.
  OR: [{ errorCode: null }, { errorCode: { notIn: HOPELESS_CODES } }],
}

/** Retried in one call; who has more calls again. */
const MOST = 500

const AT_ONCE = 10

/**
 * Sends again all failed messages that can be: each once, and one that is refused stops none of the others.
 *
 * @returns how many were sent again, and how many of these were refused at once
 */
export async function retryFailed(author: Author) {
  const failed = await db.message.findMany({
    where: { AND: [needsAttention, hopeful] },
    orderBy: { createdAt: 'desc' },
    take: MOST,
  })
  const limit = pLimit(AT_ONCE)
  const results = await Promise.allSettled(
    failed.map(({ id }) => limit(() => retryMessage(id, author)))
  )
  const refused = results.filter(
    (result) => result.status === 'rejected' || result.value.status === 'FAILED'
  ).length
  logger.info({ retried: results.length, refused }, 'Failed messages retried')
  return { retried: results.length, refused }
}
