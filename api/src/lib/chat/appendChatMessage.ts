import type { MessageDirection } from '@prisma/client'
import { v7 as uuid } from 'uuid'

import type { Transaction } from 'src/lib/database/sql'
import type { ChatMessageFacts } from 'src/lib/twilio/chatFacts'

import { chatMediaUrl } from './chatMediaUrl'
import type { Chat } from './openChat'

/** What a program writes by REST goes to those who take part, as ours does; what they write comes to us. */
const directionOf = ({ byProgram }: ChatMessageFacts): MessageDirection =>
  byProgram ? 'OUTBOUND' : 'INBOUND'

/** Writes a message of a Twilio conversation at the end of ours: in the order of arrival, as all messages. */
export async function appendChatMessage(
  tx: Transaction,
  { sid: chatSid, senderAddress }: Chat,
  facts: ChatMessageFacts,
  version: Date
): Promise<{ id: string; direction: MessageDirection }> {
  const id = uuid()
  const direction = directionOf(facts)
  const inbound = direction === 'INBOUND'
  const message = {
    id,
    contactAddress: chatSid,
    senderAddress,
    direction,
    channel: 'CHAT',
    from: inbound ? chatSid : senderAddress,
    to: inbound ? senderAddress : chatSid,
    body: facts.body ?? '',
    status: inbound ? 'RECEIVED' : 'SENT',
    sid: facts.sid,
    params: facts.params,
    media: facts.media.map(({ sid, contentType }, position) => ({
      id: uuid(),
      position,
      url: chatMediaUrl(senderAddress, sid),
      contentType,
    })),
  }
  await tx.$executeRaw`SELECT append_message(${JSON.stringify(message)}::jsonb)`
  await tx.$executeRaw`
    UPDATE "Message"
    SET author = ${facts.author ?? null}, "chatIndex" = ${facts.index ?? null}::int,
      "chatUpdatedAt" = ${version}::timestamptz, "removedAt" = ${facts.removedAt ?? null}::timestamptz
    WHERE id = ${id}::uuid`
  if (!inbound) {
    // What contacts send is fetched by a trigger; here others of the account send, and their files lie at Twilio too.
    await tx.$executeRaw`UPDATE "Media" SET fetching = true WHERE "messageId" = ${id}::uuid`
    await tx.$executeRaw`SELECT fetch_media("Media".id) FROM "Media" WHERE "messageId" = ${id}::uuid`
  }
  return { id, direction }
}
