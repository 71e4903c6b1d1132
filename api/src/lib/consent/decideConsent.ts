import type { Conversation } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { inTransaction } from 'src/lib/database/inTransaction'
import { isStorable } from 'src/lib/database/isStorable'
import { db } from 'src/lib/db'
import { badUserInput, NotFoundError } from 'src/lib/errors'
import { publish } from 'src/lib/live/publish'

import { setConsent } from './setConsent'

const LONGEST_NOTE = 500

const readNote = (written: string | null | undefined, allowed: boolean) => {
  const note = written?.trim() || null
  if (note && (note.length > LONGEST_NOTE || !isStorable(note))) {
    throw badUserInput(
      `A note is a text of ${LONGEST_NOTE} characters at most.`
    )
  }
  // Who writes to somebody that had opted out must be able to prove it.
  if (allowed && !note) {
    throw badUserInput(
      'Write down how the contact agreed to be written to again.'
    )
  }
  return note
}

/**
 * Somebody of ours says whether a conversation's contact may be written to. Twilio's own list of who has opted out stays
 * what it is: it lets go of a number only when its owner writes START.
 *
 * @param by userId of a person, or apiKeyId of a program
 * @throws NOT_FOUND, BAD_USER_INPUT (no note where writing is allowed again)
 */
export async function decideConsent(
  conversationId: string,
  allowed: boolean,
  note: string | null | undefined,
  by: { userId?: string; apiKeyId?: string }
): Promise<Conversation> {
  const read = readNote(note, allowed)
  const where = { id: conversationId }
  const known = isUuid(conversationId)
    ? await db.conversation.findUnique({ where })
    : null
  if (!known) {
    throw new NotFoundError('conversation')
  }
  const news = await inTransaction((tx) =>
    setConsent(tx, conversationId, {
      allowed,
      source: 'OPERATOR',
      note: read,
      ...by,
    })
  )
  if (news) {
    publish({ kind: 'conversationChanged', conversationId, isNew: false })
  }
  return db.conversation.findUniqueOrThrow({ where })
}
