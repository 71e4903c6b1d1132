import { Prisma } from '@prisma/client'

import type { PreparedSearch } from './prepareSearch'

/** Whether message words `w` are what is looked for. */
export const inWords = ({ query }: PreparedSearch) =>
  Prisma.sql`w.words @@ ${query}::tsquery`

/** The messages in which it is (`match`), their times (`at`), and their conversations (`id`). */
export const inMessages = (search: PreparedSearch) =>
  Prisma.sql`
    SELECT w."conversationId" AS id, w."messageId" AS match, w.at
    FROM "MessageWords" w
    WHERE ${inWords(search)}`

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
