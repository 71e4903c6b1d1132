import { Prisma } from '@prisma/client'

import type { PreparedSearch } from './prepareSearch'

/** Whether message words `w` are what is looked for. */
export const inWords = ({ query }: PreparedSearch) =>
  Prisma.sql`w.words @@ ${query}::tsquery`

/** The conversations in whose messages it is, and in each the newest of these (`match`). */
export const inMessages = (search: PreparedSearch) =>
  Prisma.sql`
    SELECT DISTINCT ON (w."conversationId") w."conversationId" AS id, w."messageId" AS match
    FROM "MessageWords" w
    WHERE ${inWords(search)}
    ORDER BY w."conversationId", w.at DESC`

/** Whether the contact `ct` is. */
export const inContact = ({ names, address }: PreparedSearch) => {
  const named = names.map(
    (pattern) => Prisma.sql`ct."searchName" LIKE ${pattern}`
  )
  const isNamed = Prisma.join(named, ' AND ')
  return address
    ? Prisma.sql`(${isNamed} OR ct.address LIKE ${address})`
    : isNamed
}
