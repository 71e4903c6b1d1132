import type { Prisma } from '@prisma/client'

import { db } from 'src/lib/db'

const PAGE = 500

const include = {
  conversation: { select: { channel: true, senderAddress: true } },
  sentBy: { select: { email: true, name: true } },
  apiKey: { select: { name: true } },
  timeline: {
    orderBy: { position: 'asc' },
    select: {
      status: true,
      source: true,
      disposition: true,
      errorCode: true,
      rawDlrDoneDate: true,
      receivedAt: true,
      params: true,
    },
  },
  media: {
    orderBy: { position: 'asc' },
    include: { file: true },
  },
  call: { include: { recordings: true } },
} satisfies Prisma.MessageInclude

export type ExportedMessage = Prisma.MessageGetPayload<{
  include: typeof include
}>

/** All messages of a contact, oldest first by conversation, a page at a time: they are never in memory as a whole. */
export async function* contactMessages(contactId: string) {
  const conversations = await db.conversation.findMany({
    where: { contactId },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  for (const { id: conversationId } of conversations) {
    let last: ExportedMessage | undefined
    do {
      const page: ExportedMessage[] = await db.message.findMany({
        include,
        where: {
          conversationId,
          ...(last && {
            OR: [
              { createdAt: { gt: last.createdAt } },
              { createdAt: last.createdAt, id: { gt: last.id } },
            ],
          }),
        },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: PAGE,
      })
      yield* page
      last = page.length === PAGE ? page[PAGE - 1] : undefined
    } while (last)
  }
}

/** What is kept of a contact besides its messages. */
export const readProfile = (contactId: string) =>
  db.contact.findUnique({
    where: { id: contactId },
    include: {
      labels: { include: { label: { select: { name: true } } } },
      conversations: {
        orderBy: { createdAt: 'asc' },
        include: {
          assignee: { select: { email: true, name: true } },
          labels: { include: { label: { select: { name: true } } } },
          consent: { orderBy: { at: 'asc' } },
          entries: { orderBy: { at: 'asc' } },
        },
      },
    },
  })
