import { Prisma } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { db } from 'src/lib/db'
import { badUserInput, NotFoundError } from 'src/lib/errors'

import { readReply, type ReplyInput } from './readReply'

const codeOf = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null

/** What the database's refusal means: the shortcut is taken (P2002), or there is no such reply (P2025). */
const explain = (error: unknown) => {
  switch (codeOf(error)) {
    case 'P2002':
      return badUserInput('Another canned reply has this shortcut.')
    case 'P2025':
      return new NotFoundError('canned reply')
    default:
      return error
  }
}

const existing = (id: string) => {
  if (!isUuid(id)) {
    throw new NotFoundError('canned reply')
  }
  return { id }
}

/** @throws BAD_USER_INPUT (it can't be kept, or its shortcut is taken) */
export async function createReply(input: ReplyInput, createdById?: string) {
  const data = { ...readReply(input), createdById }
  try {
    return await db.cannedReply.create({ data })
  } catch (error) {
    throw explain(error)
  }
}

/** @throws NOT_FOUND, BAD_USER_INPUT (it can't be kept, or its shortcut is taken) */
export async function updateReply(id: string, input: ReplyInput) {
  const where = existing(id)
  const data = readReply(input)
  try {
    return await db.cannedReply.update({ where, data })
  } catch (error) {
    throw explain(error)
  }
}

/** @throws NOT_FOUND */
export async function deleteReply(id: string) {
  const where = existing(id)
  try {
    return await db.cannedReply.delete({ where })
  } catch (error) {
    throw explain(error)
  }
}
