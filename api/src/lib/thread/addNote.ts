import type { ThreadEntry } from '@prisma/client'
import { v7 as uuid, validate as isUuid } from 'uuid'

import type { Actor } from 'src/lib/auth'
import { changeConversation } from 'src/lib/conversations/changeConversation'
import type { Transaction } from 'src/lib/database/sql'
import { db } from 'src/lib/db'
import { badUserInput } from 'src/lib/errors'
import { checkKey } from 'src/lib/outbound/checkKey'

import { readText } from './readText'

const MOST_MENTIONS = 50

const readBody = (written: string) => {
  const body = readText(written)
  if (body === '') {
    throw badUserInput('The note is empty.')
  }
  return body
}

const readMentions = (written: string[]) => {
  const mentions = [...new Set(written)]
  if (mentions.length > MOST_MENTIONS) {
    throw badUserInput(`A note mentions ${MOST_MENTIONS} people at most.`)
  }
  return mentions
}

/** Those who are mentioned must be here until the commit. */
const mention = async (tx: Transaction, entryId: string, userIds: string[]) => {
  const found = userIds.every(isUuid)
    ? await tx.$queryRaw<object[]>`
        SELECT FROM "User" WHERE id = ANY (${userIds}::uuid[]) FOR KEY SHARE`
    : []
  if (found.length < userIds.length) {
    throw badUserInput('The note mentions somebody who is not here.')
  }
  await tx.$executeRaw`
    INSERT INTO "Mention" ("entryId", "userId")
    SELECT ${entryId}::uuid, id FROM unnest(${userIds}::uuid[]) id`
}

const findEarlier = async (
  { userId, apiKeyId }: Actor,
  idempotencyKey: string,
  { conversationId, body }: Pick<ThreadEntry, 'conversationId' | 'body'>
) => {
  const author = userId ? { actorId: userId } : { apiKeyId }
  const earlier = await db.threadEntry.findFirstOrThrow({
    where: { ...author, idempotencyKey },
  })
  if (earlier.conversationId !== conversationId || earlier.body !== body) {
    throw badUserInput('This idempotency key was used for another note.')
  }
  return earlier
}

interface NoteInput {
  body: string
  /** Ids of users. */
  mentions?: string[] | null
  idempotencyKey?: string | null
}

/**
 * Writes something down for the other operators, and tells every screen. The same note under its author's same key is
 * one.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT
 */
export async function addNote(
  conversationId: string,
  input: NoteInput,
  actor: Actor
): Promise<ThreadEntry> {
  const body = readBody(input.body)
  const mentions = readMentions(input.mentions ?? [])
  const key = checkKey(input.idempotencyKey)
  const id = uuid()
  let isNew = false
  await changeConversation(conversationId, actor, async (tx) => {
    const written = await tx.$executeRaw`
      INSERT INTO "ThreadEntry" (
        id, "conversationId", kind, at, "actorId", "apiKeyId", "actorName", body, "idempotencyKey"
      )
      SELECT ${id}::uuid, c.id, 'NOTE', greatest(clock_timestamp(), c."lastMessageAt"), ${actor.userId ?? null}::uuid,
        ${actor.apiKeyId ?? null}::uuid, ${actor.name}, ${body}, ${key ?? null}
      FROM "Conversation" c WHERE c.id = ${conversationId}::uuid
      ON CONFLICT DO NOTHING`
    isNew = written > 0
    if (isNew) {
      await mention(tx, id, mentions)
      await tx.$executeRaw`SELECT note_entry(${conversationId}::uuid, ${id}::uuid)`
    }
    return written
  })
  return isNew || !key
    ? db.threadEntry.findUniqueOrThrow({ where: { id } })
    : findEarlier(actor, key, { conversationId, body })
}
