import type { Retention as RetentionRow } from '@prisma/client'
import type { MutationResolvers, QueryResolvers } from 'types/graphql'

import { actor } from 'src/lib/auth'
import type { Relations } from 'src/lib/graphql/relations'
import { eraseContact as erase } from 'src/lib/privacy/erasure/eraseContact'
import {
  countReached,
  deleteRetention as remove,
  listRetentions,
  saveRetention,
} from 'src/lib/privacy/retention/retentions'

export const retentions: QueryResolvers['retentions'] = () => listRetentions()

export const retentionReach: QueryResolvers['retentionReach'] = (input) =>
  countReached(input)

export const setRetention: MutationResolvers['setRetention'] = ({
  known,
  ...input
}) => saveRetention(input, known && new Date(known))

export const deleteRetention: MutationResolvers['deleteRetention'] = ({
  address,
}) => remove(address)

export const eraseContact: MutationResolvers['eraseContact'] = ({
  id,
  confirmation,
}) => erase(id, confirmation, actor())

export const Retention = {
  id: (_args, { root }) => root.address || 'everybody',
  address: (_args, { root }) => root.address || null,
} satisfies Relations<RetentionRow>
