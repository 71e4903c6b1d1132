import type { MutationResolvers, QueryResolvers } from 'types/graphql'

import { actor } from 'src/lib/auth'
import { db } from 'src/lib/db'
import {
  labelContact as putOnContact,
  unlabelContact as takeOffContact,
} from 'src/lib/labels/labelContact'
import {
  labelConversation as putOn,
  unlabelConversation as takeOff,
} from 'src/lib/labels/labelConversation'
import {
  createLabel as create,
  deleteLabel as remove,
  updateLabel as update,
} from 'src/lib/labels/labels'

/** As people count: 2 before 10, and an accent makes no other letter. */
const { compare } = new Intl.Collator('en', { numeric: true })

export const labels: QueryResolvers['labels'] = async () => {
  const all = await db.label.findMany()
  return all.sort((one, other) => compare(one.key, other.key))
}

export const createLabel: MutationResolvers['createLabel'] = (input) =>
  create(input)

export const updateLabel: MutationResolvers['updateLabel'] = ({
  id,
  ...input
}) => update(id, input)

export const deleteLabel: MutationResolvers['deleteLabel'] = ({ id }) =>
  remove(id)

export const labelConversation: MutationResolvers['labelConversation'] = ({
  id,
  labelId,
}) => putOn(id, labelId, actor())

export const unlabelConversation: MutationResolvers['unlabelConversation'] = ({
  id,
  labelId,
}) => takeOff(id, labelId, actor())

export const labelContact: MutationResolvers['labelContact'] = ({
  id,
  labelId,
}) => putOnContact(id, labelId)

export const unlabelContact: MutationResolvers['unlabelContact'] = ({
  id,
  labelId,
}) => takeOffContact(id, labelId)
