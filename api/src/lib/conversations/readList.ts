import {
  type Conversation,
  type ConversationStatus,
  Prisma,
} from '@prisma/client'
import type { ConversationFilter, InboxFolder } from 'types/graphql'
import { validate as isUuid } from 'uuid'

import { query } from 'src/lib/database/query'
import { sql } from 'src/lib/database/sql'
import type { Place } from 'src/lib/paging/cursor'

import { narrow } from './narrow'
import { isBehind, NEWEST_FIRST } from './order'

interface Page {
  after: Place | null
  size: number
}

const STATUSES: ConversationStatus[] = ['OPEN', 'SNOOZED', 'ARCHIVED']

const STATUS_OF: Record<InboxFolder, ConversationStatus> = {
  OPEN: 'OPEN',
  UNREAD: 'OPEN',
  MINE: 'OPEN',
  UNASSIGNED: 'OPEN',
  SNOOZED: 'SNOOZED',
  ARCHIVED: 'ARCHIVED',
}

const statusesOf = ({ folder, status }: ConversationFilter) => {
  const one = status ?? (folder && STATUS_OF[folder])
  return one ? [one] : STATUSES
}

/**
 * The conversations `l` that have a label, newest activity first: by the label's own index, whose order is known for each
 * status apart, and merged over several.
 */
const labeled = (
  labelId: string,
  filter: ConversationFilter,
  after: Place | null
) => {
  const behind = after
    ? Prisma.sql`AND ("lastMessageAt", "conversationId") < (${after.at}, ${after.id}::uuid)`
    : Prisma.empty
  return Prisma.join(
    statusesOf(filter).map(
      (status) => Prisma.sql`(
        SELECT "conversationId", "lastMessageAt" FROM "ConversationLabel"
        WHERE "labelId" = ${labelId}::uuid AND status = ${status}::"ConversationStatus" ${behind}
        ORDER BY "lastMessageAt" DESC, "conversationId" DESC
      )`
    ),
    ' UNION ALL '
  )
}

/**
 * The next conversations of a list, newest activity first.
 *
 * @param userId who asks; null for a program
 */
export function readList(
  filter: ConversationFilter,
  userId: string | null,
  { after, size }: Page
): Promise<Conversation[]> {
  const { labelId, ...rest } = filter
  return labelId && isUuid(labelId)
    ? query<Conversation>(
        sql,
        Prisma.sql`
        SELECT c.* FROM (${labeled(labelId, filter, after)}) l
        JOIN "Conversation" c ON c.id = l."conversationId"
        WHERE ${narrow(rest, userId)}
        ORDER BY l."lastMessageAt" DESC, l."conversationId" DESC LIMIT ${size}`
      )
    : query<Conversation>(
        sql,
        Prisma.sql`
        SELECT c.* FROM "Conversation" c
        WHERE ${narrow(filter, userId)} AND ${isBehind(after)}
        ${NEWEST_FIRST} LIMIT ${size}`
      )
}
