import type { Retention } from '@prisma/client'
import type { MutationResolvers, QueryResolvers } from 'types/graphql'

import { actor } from 'src/lib/auth'
import { eraseContact as erase } from 'src/lib/privacy/erasure/eraseContact'
import {
  countReached,
  deleteRetention as remove,
  EVERYBODY,
  listRetentions,
  saveRetention,
} from 'src/lib/privacy/retention/retentions'

const show = ({ address, ...retention }: Retention) => ({
  ...retention,
  id: address || 'everybody',
  address: address === EVERYBODY ? null : address,
})

export const retentions: QueryResolvers['retentions'] = async () =>
  (await listRetentions()).map(show)

export const retentionReach: QueryResolvers['retentionReach'] = (input) =>
  countReached(input)

export const setRetention: MutationResolvers['setRetention'] = async ({
  known,
  ...input
}) => {
  const seen = known ? new Date(known) : null
  return show(await saveRetention(input, known === undefined ? known : seen))
}

export const deleteRetention: MutationResolvers['deleteRetention'] = async ({
  address,
}) => show(await remove(address))

export const eraseContact: MutationResolvers['eraseContact'] = ({
  id,
  confirmation,
}) => erase(id, confirmation, actor())
