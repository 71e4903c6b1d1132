import { Prisma } from '@prisma/client'
import type { ConversationFilter, InboxFolder } from 'types/graphql'
import { validate as isUuid } from 'uuid'

import { isStorable } from 'src/lib/database/isStorable'

/** No user's id, so that nothing is anybody's who is nobody. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

const idOr = (id: string | null | undefined) =>
  Prisma.sql`${id && isUuid(id) ? id : NOBODY}::uuid`

/** In the words of the indexes' conditions: written out, as PostgreSQL can't tell what a parameter will be. */
const folders = (userId: string | null): Record<InboxFolder, Prisma.Sql> => ({
  OPEN: Prisma.sql`c.status = 'OPEN'`,
  UNREAD: Prisma.sql`c.status = 'OPEN' AND c."unreadCount" > 0`,
  MINE: Prisma.sql`c.status = 'OPEN' AND c."assigneeId" = ${idOr(userId)}`,
  UNASSIGNED: Prisma.sql`c.status = 'OPEN' AND c."assigneeId" IS NULL`,
  SNOOZED: Prisma.sql`c.status = 'SNOOZED'`,
  ARCHIVED: Prisma.sql`c.status = 'ARCHIVED'`,
})

/**
 * A filter as conditions on conversations `c`.
 *
 * @param userId who asks; null for a program
 */
export function narrow(
  {
    folder,
    status,
    unread,
    channel,
    senderAddress,
    contactId,
    labelId,
    assigneeId,
  }: ConversationFilter,
  userId: string | null
): Prisma.Sql {
  const conditions = [
    folder && folders(userId)[folder],
    status && Prisma.sql`c.status = ${status}::"ConversationStatus"`,
    unread === true && Prisma.sql`c."unreadCount" > 0`,
    unread === false && Prisma.sql`c."unreadCount" = 0`,
    channel && Prisma.sql`c.channel = ${channel}::"ChannelKind"`,
    senderAddress != null &&
      (isStorable(senderAddress)
        ? Prisma.sql`c."senderAddress" = ${senderAddress}`
        : Prisma.sql`false`),
    contactId != null && Prisma.sql`c."contactId" = ${idOr(contactId)}`,
    assigneeId != null && Prisma.sql`c."assigneeId" = ${idOr(assigneeId)}`,
    labelId != null &&
      Prisma.sql`EXISTS (
        SELECT FROM "ConversationLabel" l
        WHERE l."conversationId" = c.id AND l."labelId" = ${idOr(labelId)}
      )`,
  ].filter((condition) => !!condition)
  return Prisma.join([Prisma.sql`true`, ...conditions], ' AND ')
}
