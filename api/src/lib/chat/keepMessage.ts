import type { Disposition, Message } from '@prisma/client'

import type { Transaction } from 'src/lib/database/sql'
import { recordStatusReports } from 'src/lib/delivery/recordStatusReports'
import type { ChatMessageFacts } from 'src/lib/twilio/chatFacts'
import { ownMessageId } from 'src/lib/twilio/ownMessageId'

import { appendChatMessage } from './appendChatMessage'
import { judgeReceipts } from './keepReceipt'
import type { Chat } from './openChat'

/** A message that was kept, and what the screens have to hear of it. */
export interface KeptMessage {
  messageId: string
  isNew: boolean
  disposition: Disposition
}

type Row = Pick<
  Message,
  'id' | 'sid' | 'direction' | 'body' | 'chatUpdatedAt' | 'removedAt'
>

/** By its SID; or the row that we wrote before Twilio gave it one. */
const find = async (
  tx: Transaction,
  { conversationId }: Chat,
  { sid, attributes }: ChatMessageFacts
) => {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT id, sid, direction, body, "chatUpdatedAt", "removedAt" FROM "Message"
    WHERE sid = ${sid} OR id = ${ownMessageId(attributes)}::uuid AND sid IS NULL
      AND "conversationId" = ${conversationId}::uuid AND direction = 'OUTBOUND'
    ORDER BY sid NULLS LAST LIMIT 1`
  return row
}

const versionOf = ({ removedAt, updatedAt, createdAt }: ChatMessageFacts) =>
  removedAt ?? updatedAt ?? createdAt ?? new Date()

/** Its text as it is now, unless something newer is known. Two versions with different texts are an edit. */
const keepVersion = (
  tx: Transaction,
  { id }: Row,
  facts: ChatMessageFacts,
  version: Date
) =>
  tx.$executeRaw`
    UPDATE "Message"
    SET "editedAt" = CASE
        WHEN coalesce(${facts.body ?? null}::text, body) = body OR "chatUpdatedAt" IS NULL OR ${!!facts.removedAt}::boolean
        THEN "editedAt" ELSE greatest(${version}::timestamptz, "chatUpdatedAt") END,
      body = CASE WHEN "chatUpdatedAt" > ${version}::timestamptz THEN body ELSE coalesce(${facts.body ?? null}::text, body) END,
      author = coalesce(${facts.author ?? null}, author), "chatIndex" = coalesce(${facts.index ?? null}::int, "chatIndex"),
      "chatUpdatedAt" = greatest("chatUpdatedAt", ${version}::timestamptz),
      "removedAt" = coalesce("removedAt", ${facts.removedAt ?? null}::timestamptz),
      "updatedAt" = greatest(clock_timestamp(), "updatedAt" + interval '1 millisecond')
    WHERE id = ${id}::uuid`

const judge = (row: Row, version: Date, removed: boolean): Disposition => {
  if (removed && !row.removedAt) {
    return 'APPLIED'
  }
  const known = row.chatUpdatedAt?.getTime() ?? -Infinity
  if (known === version.getTime()) {
    return 'DUPLICATE'
  }
  return known < version.getTime() ? 'APPLIED' : 'STALE'
}

/** That Twilio has it; and with its SID come the receipts that were quicker than the message. */
const noteArrival = async (
  tx: Transaction,
  messageId: string,
  direction: Row['direction'],
  { sid, params }: ChatMessageFacts
) => {
  const status = direction === 'OUTBOUND' ? 'SENT' : 'RECEIVED'
  await recordStatusReports(
    [
      {
        messageId,
        sid,
        status,
        source: params ? 'CALLBACK' : 'RECONCILER',
        errorCode: null,
        errorDetail: null,
        rawDlrDoneDate: null,
        params: null,
      },
    ],
    tx
  )
  await judgeReceipts(tx, messageId)
}

/**
 * Keeps a message of a Twilio conversation: once, whoever wrote it and however often and in whatever order Twilio tells
 * of its adding, its changes and its removal. What we wrote ourselves becomes no second row.
 */
export async function keepMessage(
  tx: Transaction,
  chat: Chat,
  facts: ChatMessageFacts
): Promise<KeptMessage> {
  const version = versionOf(facts)
  const row = await find(tx, chat, facts)
  if (!row) {
    const { id, direction } = await appendChatMessage(tx, chat, facts, version)
    await noteArrival(tx, id, direction, facts)
    return { messageId: id, isNew: true, disposition: 'APPLIED' }
  }
  if (!row.sid) {
    await noteArrival(tx, row.id, row.direction, facts)
  }
  const disposition = judge(row, version, !!facts.removedAt)
  // An older version says nothing more, unless its text tells that there was an edit.
  const isOldNews =
    disposition === 'STALE' && (facts.body ?? row.body) === row.body
  if ((disposition !== 'DUPLICATE' && !isOldNews) || !row.sid) {
    await keepVersion(tx, row, facts, version)
  }
  return { messageId: row.id, isNew: false, disposition }
}
