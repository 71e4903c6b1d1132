import { randomBytes } from 'node:crypto'

import type { ChannelKind, Message, Prisma } from '@prisma/client'

import { db } from 'src/lib/db'

export const CUSTOMER = '+14155550100'
export const OURS = '+15005550006'

/** A SID as Twilio makes them. */
export const newSid = (prefix = 'SM') =>
  prefix + randomBytes(16).toString('hex')

let lastNumber = 0

/** Another phone number at each call. */
export const newNumber = () =>
  `+1415${String(5550000 + ++lastNumber).padStart(7, '0')}`

interface Kept
  extends Partial<Omit<Prisma.MessageUncheckedCreateInput, 'media'>> {
  contact?: string
  conversation?: Prisma.ConversationUncheckedUpdateInput
  media?: { url: string; contentType?: string }[]
}

const findOrMakeConversation = async (
  contactAddress: string,
  channel: ChannelKind
) => {
  const { id: contactId } = await db.contact.upsert({
    where: { address: contactAddress },
    create: { address: contactAddress },
    update: {},
  })
  const key = { contactId, channel, senderAddress: OURS }
  return db.conversation.upsert({
    where: { contactId_channel_senderAddress: key },
    create: key,
    update: {},
  })
}

/** A message in its contact's conversation, after all that are there. */
export async function saveMessage({
  contact = CUSTOMER,
  conversation,
  media = [],
  ...fields
}: Kept = {}): Promise<Message> {
  const { direction = 'OUTBOUND', channel = 'SMS' } = fields
  const inbound = direction === 'INBOUND'
  const { id: conversationId, lastMessageAt } = await findOrMakeConversation(
    contact,
    channel
  )
  const message = await db.message.create({
    data: {
      conversationId,
      direction,
      channel,
      from: inbound ? contact : OURS,
      to: inbound ? OURS : contact,
      body: 'Hello',
      status: inbound ? 'RECEIVED' : 'PENDING',
      createdAt: new Date(Math.max(Date.now(), lastMessageAt.getTime() + 1)),
      media: { create: media.map((one, position) => ({ ...one, position })) },
      ...fields,
    },
  })
  await db.conversation.update({
    where: { id: conversationId },
    data: {
      lastMessageId: message.id,
      lastMessageAt: message.createdAt,
      messageCount: { increment: 1 },
      unreadCount: { increment: inbound ? 1 : 0 },
      ...conversation,
    },
  })
  return message
}

export const findMessage = (id: string) =>
  db.message.findUniqueOrThrow({ where: { id } })

/** What an operator sees of a message's history. */
export const timelineOf = ({ id }: { id: string }) =>
  db.statusEvent.findMany({
    where: { messageId: id },
    orderBy: { position: 'asc' },
  })

export const conversationWith = (
  address: string,
  channel: ChannelKind = 'SMS'
) =>
  db.conversation.findFirstOrThrow({
    where: { contact: { address }, channel },
    include: { messages: { orderBy: { createdAt: 'asc' } }, contact: true },
  })
