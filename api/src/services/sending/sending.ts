import type { MutationResolvers, QueryResolvers } from 'types/graphql'

import { author } from 'src/lib/auth'
import { db } from 'src/lib/db'
import { needsAttention, retryFailed } from 'src/lib/outbound/failedMessages'
import { forecast } from 'src/lib/outbound/forecast'
import { behind, pageInfo, toPage } from 'src/lib/paging/keyset'
import { pageSize } from 'src/lib/paging/pageSize'

const PAGE = 50

export const failedMessages: QueryResolvers['failedMessages'] = async ({
  first,
  after: cursor,
}) => {
  const size = pageSize(first, PAGE)
  const rows = await db.message.findMany({
    where: { AND: [needsAttention, behind('createdAt', cursor)] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
  })
  const { edges, hasMore } = toPage(rows, size, ({ createdAt, id }) => ({
    at: createdAt,
    id,
  }))
  const more = { hasNextPage: hasMore, hasPreviousPage: !!cursor }
  return { edges, entries: [], pageInfo: pageInfo(edges, more) }
}

export const senderForecast: QueryResolvers['senderForecast'] = ({ sender }) =>
  forecast(sender)

export const retryFailedMessages: MutationResolvers['retryFailedMessages'] =
  () => retryFailed(author())
