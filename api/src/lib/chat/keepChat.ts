import type { Disposition } from '@prisma/client'

import type { Transaction } from 'src/lib/database/sql'
import type { ChatFacts } from 'src/lib/twilio/chatFacts'

import { nameContact } from './nameContact'
import type { Chat } from './openChat'

/**
 * Keeps in which state a conversation is. A closed one stays closed, also where Twilio tells of an earlier state later:
 * https://www.twilio.com/docs/conversations/states-timers
 */
export async function keepState(
  tx: Transaction,
  { conversationId }: Chat,
  state: string,
  at: Date | undefined
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE "TwilioConversation" SET state = upper(${state}::text), "stateUpdatedAt" = ${at ?? null}::timestamptz
    WHERE "conversationId" = ${conversationId}::uuid AND state <> upper(${state}::text) AND state <> 'CLOSED'
      AND (upper(${state}::text) = 'CLOSED' OR "stateUpdatedAt" IS NULL OR ${at ?? null}::timestamptz IS NULL
        OR "stateUpdatedAt" <= ${at ?? null}::timestamptz)`
  return changed > 0
}

const keepFacts = (
  tx: Transaction,
  { conversationId }: Chat,
  { updatedAt = new Date(), ...facts }: ChatFacts
) =>
  tx.$executeRaw`
    UPDATE "TwilioConversation"
    SET "serviceSid" = coalesce(${facts.serviceSid ?? null}, "serviceSid"),
      "messagingServiceSid" = coalesce(${facts.messagingServiceSid ?? null}, "messagingServiceSid"),
      "friendlyName" = ${facts.friendlyName ?? null}, "uniqueName" = ${facts.uniqueName ?? null},
      attributes = coalesce(${facts.attributes ?? null}, attributes),
      "createdAt" = coalesce("createdAt", ${facts.createdAt ?? null}::timestamptz),
      "updatedAt" = ${updatedAt}::timestamptz
    WHERE "conversationId" = ${conversationId}::uuid
      AND ("updatedAt" IS NULL OR "updatedAt" < ${updatedAt}::timestamptz)`

const keepRemoval = (
  tx: Transaction,
  { conversationId }: Chat,
  removedAt: Date
) =>
  tx.$executeRaw`
    UPDATE "TwilioConversation" SET "removedAt" = ${removedAt}::timestamptz
    WHERE "conversationId" = ${conversationId}::uuid AND "removedAt" IS NULL`

/** Keeps what Twilio says of a conversation, unless it has said something newer. */
export async function keepChat(
  tx: Transaction,
  chat: Chat,
  facts: ChatFacts
): Promise<Disposition> {
  const { state, updatedAt, removedAt } = facts
  const isNews = (await keepFacts(tx, chat, facts)) > 0
  const moved = state ? await keepState(tx, chat, state, updatedAt) : false
  const removed = removedAt
    ? (await keepRemoval(tx, chat, removedAt)) > 0
    : false
  await nameContact(tx, chat)
  return isNews || moved || removed ? 'APPLIED' : 'STALE'
}
