import { v7 as uuid } from 'uuid'

import { readConsent } from 'src/lib/consent/readConsent'
import { type ConsentEntry, setConsent } from 'src/lib/consent/setConsent'
import type { Transaction } from 'src/lib/database/sql'
import type { LiveEvent } from 'src/lib/live/events'

import type { Chat } from './openChat'

/** A phone that takes part, and the address of ours that it writes to. */
interface Phone {
  address: string
  proxyAddress: string
  /** SMS or WHATSAPP. */
  type: string
  messagingServiceSid: string | null
}

type Written = Phone & {
  messageId: string
  body: string
  index: number | null
  /** By Twilio's clock. */
  at: Date
}

/**
 * Our conversation of the two, with whom consent is: where they last spoke, the number or its Messaging Service; made,
 * and put out of the way, where they never spoke outside of Twilio's Conversations.
 */
const openLedger = async (tx: Transaction, phone: Phone) => {
  const { address, proxyAddress, type, messagingServiceSid } = phone
  await tx.$executeRaw`
    INSERT INTO "Contact" (id, address) VALUES (${uuid()}::uuid, ${address}) ON CONFLICT (address) DO NOTHING`
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Conversation" c JOIN "Contact" k ON k.id = c."contactId"
    WHERE k.address = ${address} AND c.channel = ${type}::"ChannelKind"
      AND c."senderAddress" IN (${proxyAddress}, ${messagingServiceSid}::text)
    ORDER BY c."lastMessageAt" DESC LIMIT 1`
  if (found) {
    return found.id
  }
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Conversation" (id, "contactId", channel, "senderAddress", status)
    SELECT ${uuid()}::uuid, k.id, ${type}::"ChannelKind", ${proxyAddress}, 'ARCHIVED'
    FROM "Contact" k WHERE k.address = ${address}
    ON CONFLICT ("contactId", channel, "senderAddress") DO UPDATE SET "senderAddress" = excluded."senderAddress"
    RETURNING id`
  return made.id
}

const enter = async (
  tx: Transaction,
  ledger: string,
  entry: ConsentEntry
): Promise<LiveEvent[]> =>
  (await setConsent(tx, ledger, entry))
    ? [{ kind: 'conversationChanged', conversationId: ledger, isNew: false }]
    : []

/** What phones wrote that may be a word of consent and is in no ledger, in their order. */
const findWritten = (
  tx: Transaction,
  { conversationId }: Chat,
  messageId: string | null
) =>
  // A program can write in a phone's name, but not decide for its owner.
  tx.$queryRaw<Written[]>`
    SELECT DISTINCT ON (m."chatIndex", m.id) m.id AS "messageId", m.body, m."chatIndex" AS index,
      coalesce(m."chatUpdatedAt", m."createdAt") AS at, p.address, p."proxyAddress", p.type, t."messagingServiceSid"
    FROM "Message" m
    JOIN "TwilioConversation" t ON t."conversationId" = m."conversationId"
    JOIN "Participant" p ON p."conversationId" = m."conversationId" AND m.author IN (p.address, 'whatsapp:' || p.address)
    WHERE m."conversationId" = ${conversationId}::uuid AND m.direction = 'INBOUND' AND length(m.body) BETWEEN 1 AND 60
      AND m.id = coalesce(${messageId}::uuid, m.id) AND coalesce(m.params ->> 'Source', '') <> 'API'
      AND p.type IN ('SMS', 'WHATSAPP') AND p."proxyAddress" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "ConsentEvent" e WHERE e."messageId" = m.id)
    ORDER BY m."chatIndex", m.id, p."createdAt" DESC`

/** Whether a later word is known: one of the same conversation by its index there, any other by its time. */
const isSuperseded = async (
  tx: Transaction,
  ledger: string,
  { conversationId }: Chat,
  { index, at }: Written
) => {
  const later = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "ConsentEvent" e LEFT JOIN "Message" m ON m.id = e."messageId"
    WHERE e."conversationId" = ${ledger}::uuid AND e.allowed IS NOT NULL
      AND CASE WHEN m."conversationId" = ${conversationId}::uuid THEN m."chatIndex" > ${index}::int
        ELSE e.at > ${at}::timestamptz END
    LIMIT 1`
  return later.length > 0
}

/**
 * Enters into the ledger what those who take part by phone wrote of being written to: STOP in a conversation holds for
 * the address that they wrote it to, wherever we write from it.
 *
 * @param messageId the only one that may be new; else all are looked at, since a message may come before its writer
 * @returns what the screens are to hear of
 */
export async function keepConsent(
  tx: Transaction,
  chat: Chat,
  messageId: string | null = null
): Promise<LiveEvent[]> {
  const news: LiveEvent[] = []
  for (const written of await findWritten(tx, chat, messageId)) {
    const consent = readConsent(written.body, undefined)
    if (consent) {
      const ledger = await openLedger(tx, written)
      if (!(await isSuperseded(tx, ledger, chat, written))) {
        const { messageId } = written
        news.push(...(await enter(tx, ledger, { ...consent, messageId })))
      }
    }
  }
  return news
}

/** Twilio did not take a message of a conversation to a phone, because its owner has opted out (21610). */
export async function keepRefusal(
  tx: Transaction,
  participantSid: string
): Promise<LiveEvent[]> {
  const [phone] = await tx.$queryRaw<Phone[]>`
    SELECT p.address, p."proxyAddress", p.type, t."messagingServiceSid"
    FROM "Participant" p JOIN "TwilioConversation" t ON t."conversationId" = p."conversationId"
    WHERE p.sid = ${participantSid} AND p.type IN ('SMS', 'WHATSAPP') AND p."proxyAddress" IS NOT NULL`
  return phone
    ? enter(tx, await openLedger(tx, phone), {
        allowed: false,
        source: 'REFUSAL',
      })
    : []
}
