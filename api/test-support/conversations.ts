import { v7 as uuid } from 'uuid'

import { db } from 'src/lib/db'

import { newNumber, OURS } from './messages'

/** Conversations with one message each, newest first. */
export const writeConversations = async (bodies: string[]) => {
  const rows = bodies.map((body, n) => ({
    body,
    id: uuid(),
    message: uuid(),
    contact: uuid(),
    at: new Date(Date.now() - n * 1000),
  }))
  await db.contact.createMany({
    data: rows.map(({ contact }) => ({ id: contact, address: newNumber() })),
  })
  await db.conversation.createMany({
    data: rows.map(({ id, contact, at }) => ({
      id,
      contactId: contact,
      channel: 'SMS' as const,
      senderAddress: OURS,
      lastMessageAt: at,
    })),
  })
  await db.message.createMany({
    data: rows.map(({ id, message, body, at }) => ({
      id: message,
      conversationId: id,
      direction: 'INBOUND' as const,
      channel: 'SMS' as const,
      from: OURS,
      to: OURS,
      body,
      status: 'RECEIVED' as const,
      createdAt: at,
    })),
  })
  return rows
}
