import { db } from 'src/lib/db'
import { behind, pageInfo, toPage } from 'src/lib/paging/keyset'
import { pageSize } from 'src/lib/paging/pageSize'

const PAGE = 30

/** A page of a contact's files, newest first. */
export async function listMedia(
  contactId: string,
  first: number | null | undefined,
  cursor: string | null | undefined
) {
  const size = pageSize(first, PAGE)
  const rows = await db.media.findMany({
    where: { contactId, ...behind('createdAt', cursor) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
  })
  const { edges, hasMore } = toPage(rows, size, ({ createdAt, id }) => ({
    at: createdAt,
    id,
  }))
  const more = { hasNextPage: hasMore, hasPreviousPage: !!cursor }
  return { edges, pageInfo: pageInfo(edges, more) }
}
