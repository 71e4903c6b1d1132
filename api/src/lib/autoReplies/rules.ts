import { validate as isUuid } from 'uuid'

import { db } from 'src/lib/db'
import { badUserInput, NotFoundError } from 'src/lib/errors'

import { readRule, type RuleInput } from './readRule'

const MOST_RULES = 50

const channelOf = async (id: string) => {
  const channel = isUuid(id)
    ? await db.channel.findUnique({ where: { id } })
    : null
  if (!channel) {
    throw new NotFoundError('channel')
  }
  return channel
}

const ruleOf = async (id: string) => {
  const rule = isUuid(id)
    ? await db.autoReplyRule.findUnique({
        where: { id },
        include: { channel: true },
      })
    : null
  if (!rule) {
    throw new NotFoundError('automatic reply')
  }
  return rule
}

/** @throws NOT_FOUND, BAD_USER_INPUT */
export async function createRule(channelId: string, input: RuleInput) {
  const channel = await channelOf(channelId)
  const data = readRule(input)
  const last = await db.autoReplyRule.aggregate({
    where: { channelId },
    _max: { position: true },
    _count: true,
  })
  if (last._count >= MOST_RULES) {
    throw badUserInput(`A channel has ${MOST_RULES} automatic replies at most.`)
  }
  const position = (last._max.position ?? -1) + 1
  await db.autoReplyRule.create({ data: { ...data, channelId, position } })
  return channel
}

/** @throws NOT_FOUND, BAD_USER_INPUT */
export async function updateRule(id: string, input: RuleInput) {
  const { channel } = await ruleOf(id)
  await db.autoReplyRule.update({ where: { id }, data: readRule(input) })
  return channel
}

/** @throws NOT_FOUND */
export async function deleteRule(id: string) {
  const { channel } = await ruleOf(id)
  await db.autoReplyRule.deleteMany({ where: { id } })
  return channel
}

/** @throws NOT_FOUND, BAD_USER_INPUT (they are not all the rules that the channel has by now) */
export async function orderRules(channelId: string, ids: string[]) {
  const channel = await channelOf(channelId)
  await db.$transaction(async (tx) => {
    const rules = await tx.autoReplyRule.findMany({ where: { channelId } })
    const known = new Set(rules.map(({ id }) => id))
    if (
      new Set(ids).size !== known.size ||
      ids.length !== known.size ||
      !ids.every((id) => known.has(id))
    ) {
      throw badUserInput(
        'The automatic replies have changed meanwhile. Look again, and order them then.'
      )
    }
    for (const [position, id] of ids.entries()) {
      await tx.autoReplyRule.update({ where: { id }, data: { position } })
    }
  })
  return channel
}
