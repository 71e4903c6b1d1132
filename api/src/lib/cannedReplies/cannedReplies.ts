import { validate as isUuid } from 'uuid'

import { explainRefusal } from 'src/lib/database/explainRefusal'
import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'

import { readReply, type ReplyInput } from './readReply'

const explain = explainRefusal(
  'canned reply',
  'Another canned reply has this shortcut.'
)

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
