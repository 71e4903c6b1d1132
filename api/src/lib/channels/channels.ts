import type { Prisma } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { explainRefusal } from 'src/lib/database/explainRefusal'
import { db } from 'src/lib/db'
import { badUserInput, NotFoundError } from 'src/lib/errors'

import { type ChannelInput, readChannel } from './readChannel'

const DEFAULT_STAYS =
  'The default channel takes what comes to unknown addresses. Make another one the default first.'

const existing = async (id: string) => {
  const channel = isUuid(id)
    ? await db.channel.findUnique({ where: { id } })
    : null
  if (!channel) {
    throw new NotFoundError('channel')
  }
  return channel
}

/** What the database's refusal means: another channel has the address, or became the default at the same time (P2002). */
const explain = explainRefusal('channel', 'Another channel has this address.')

/** The default moves, and never is nowhere: in one transaction. */
const write = async <Result>(
  isDefault: boolean,
  work: (tx: Prisma.TransactionClient) => Promise<Result>
) => {
  try {
    return await db.$transaction(async (tx) => {
      if (isDefault) {
        await tx.channel.updateMany({
          where: { isDefault: true },
          data: { isDefault: false },
        })
      }
      return work(tx)
    })
  } catch (error) {
    throw explain(error)
  }
}

/** @throws BAD_USER_INPUT. The first channel is the default. */
export async function createChannel(input: ChannelInput) {
  const read = readChannel(input)
  const isDefault =
    read.isDefault || !(await db.channel.count({ where: { isDefault: true } }))
  return write(isDefault, (tx) =>
    tx.channel.create({ data: { ...read, isDefault } })
  )
}

/** @throws NOT_FOUND, BAD_USER_INPUT */
export async function updateChannel(id: string, input: ChannelInput) {
  const known = await existing(id)
  const data = readChannel(input)
  if (known.isDefault && !data.isDefault) {
    throw badUserInput(DEFAULT_STAYS)
  }
  return write(data.isDefault, (tx) =>
    tx.channel.update({ where: { id }, data })
  )
}

/**
 * Deletes a channel and its automatic replies; its conversations stay.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT (it is the default one)
 */
export async function deleteChannel(id: string) {
  const known = await existing(id)
  if (known.isDefault) {
    throw badUserInput(DEFAULT_STAYS)
  }
  return db.channel.delete({ where: { id } })
}
