import type { Message, Prisma } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { db } from 'src/lib/db'
import { badUserInput, NotFoundError } from 'src/lib/errors'
import { parseCursor, toCursor } from 'src/lib/paging/cursor'
import { ahead, behind, pageInfo, toPage } from 'src/lib/paging/keyset'
import { pageSize } from 'src/lib/paging/pageSize'

import { entriesWithin, type Span } from './entriesWithin'

const PAGE = 50

/**
 * What each bubble shows besides its row, read for all of a page at once: apart, that would be two questions to Prisma for
 * each message, which cost more than all the rest of a page.
 */
const BESIDES = {
  media: { orderBy: { position: 'asc' } },
  retries: { orderBy: { createdAt: 'asc' } },
} satisfies Prisma.MessageInclude

type Cursor = string | null | undefined

interface Asked {
  last?: number | null
  before?: Cursor
  first?: number | null
  after?: Cursor
  around?: string | null
}

/** Messages, oldest first, whether there are more at either end, and the time that belongs to them. */
interface Part {
  rows: Message[]
  hasPreviousPage: boolean
  hasNextPage: boolean
  span: Span
}

const placeOf = ({ createdAt, id }: Message) => ({ at: createdAt, id })

const cursorOf = (message: Message) => toCursor(placeOf(message))

const timeOf = (cursor: Cursor) => (cursor ? parseCursor(cursor).at : null)

const readOlder = (conversationId: string, before: Cursor, take: number) =>
  db.message.findMany({
    where: { conversationId, ...behind('createdAt', before) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: BESIDES,
    take,
  })

const readNewer = (conversationId: string, after: Cursor, take: number) =>
  db.message.findMany({
    where: { conversationId, ...ahead('createdAt', after) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: BESIDES,
    take,
  })

const partBefore = async (
  conversationId: string,
  before: Cursor,
  size: number
): Promise<Part> => {
  const read = await readOlder(conversationId, before, size + 1)
  const rows = read.slice(0, size).reverse()
  const hasPreviousPage = read.length > size
  return {
    rows,
    hasPreviousPage,
    hasNextPage: !!before,
    span: {
      from: hasPreviousPage ? rows[0].createdAt : null,
      to: timeOf(before),
    },
  }
}

const partAfter = async (
  conversationId: string,
  after: Cursor,
  size: number
): Promise<Part> => {
  const read = await readNewer(conversationId, after, size + 1)
  return {
    rows: read.slice(0, size),
    hasPreviousPage: !!after,
    hasNextPage: read.length > size,
    span: {
      // From the cursor on: whoever asks what was missed has seen nothing that came behind it.
      from: timeOf(after),
      to: read.at(size)?.createdAt ?? null,
    },
  }
}

const partAround = async (
  conversationId: string,
  messageId: string,
  size: number
): Promise<Part> => {
  const message = isUuid(messageId)
    ? await db.message.findUnique({
        where: { id: messageId, conversationId },
        include: BESIDES,
      })
    : null
  if (!message) {
    throw new NotFoundError('message')
  }
  const before = Math.floor((size - 1) / 2)
  const after = size - 1 - before
  const [older, newer] = await Promise.all([
    readOlder(conversationId, cursorOf(message), before + 1),
    readNewer(conversationId, cursorOf(message), after + 1),
  ])
  const rows = [
    ...older.slice(0, before).reverse(),
    message,
    ...newer.slice(0, after),
  ]
  const hasPreviousPage = older.length > before
  return {
    rows,
    hasPreviousPage,
    hasNextPage: newer.length > after,
    span: {
      from: hasPreviousPage ? rows[0].createdAt : null,
      to: newer.at(after)?.createdAt ?? null,
    },
  }
}

const readPart = (
  conversationId: string,
  { last, before, first, after, around }: Asked
): Promise<Part> => {
  const isForward = !!after || first != null
  const isBackward = !!before || last != null
  if (around != null && (isForward || before)) {
    throw badUserInput('A page around a message has no other place.')
  }
  if (isForward && isBackward) {
    throw badUserInput(
      'A page goes one way: last and before, or first and after.'
    )
  }
  if (around != null) {
    return partAround(conversationId, around, pageSize(last, PAGE))
  }
  return isForward
    ? partAfter(conversationId, after, pageSize(first, PAGE))
    : partBefore(conversationId, before, pageSize(last, PAGE))
}

/**
 * A page of a conversation's messages, oldest first, with what happened besides in the time of it.
 *
 * @throws BAD_USER_INPUT, NOT_FOUND (there is no such message to be around)
 */
export async function pageOfThread(conversationId: string, asked: Asked) {
  const { rows, span, ...more } = await readPart(conversationId, asked)
  const { edges } = toPage(rows, rows.length, placeOf)
  return {
    edges,
    entries: await entriesWithin(conversationId, span),
    pageInfo: pageInfo(edges, more),
  }
}
