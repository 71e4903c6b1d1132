import { validate as isUuid } from 'uuid'

import { explainRefusal } from 'src/lib/database/explainRefusal'
import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'
import { publish } from 'src/lib/live/publish'

import { type LabelInput, readLabel } from './readLabel'

const explain = explainRefusal('label', 'Another label has this name.')

const existing = (id: string) => {
  if (!isUuid(id)) {
    throw new NotFoundError('label')
  }
  return { id }
}

/** @throws BAD_USER_INPUT (it can't be kept, or its name is taken) */
export async function createLabel(input: LabelInput) {
  const data = readLabel(input)
  try {
    return await db.label.create({ data })
  } catch (error) {
    throw explain(error)
  }
}

const changing = async <Row extends { id: string }>(change: Promise<Row>) => {
  try {
    const label = await change
    publish({ kind: 'labelChanged', labelId: label.id })
    return label
  } catch (error) {
    throw explain(error)
  }
}

/** @throws NOT_FOUND, BAD_USER_INPUT (it can't be kept, or its name is taken) */
export async function updateLabel(id: string, input: LabelInput) {
  const where = existing(id)
  return changing(db.label.update({ where, data: readLabel(input) }))
}

/**
 * Deletes a label, and takes it from all that have it; their threads still tell of it.
 *
 * @throws NOT_FOUND
 */
export async function deleteLabel(id: string) {
  return changing(db.label.delete({ where: existing(id) }))
}
