import type { ApiKey } from '@prisma/client'
import type { MutationResolvers, QueryResolvers } from 'types/graphql'
import { validate as isUuid } from 'uuid'

import {
  createApiKey as create,
  findApiKey,
  revokeApiKey as revoke,
} from 'src/lib/access/apiKeys'
import { readApiKey } from 'src/lib/access/readApiKey'
import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'

export const apiKeys: QueryResolvers['apiKeys'] = () =>
  db.apiKey.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })

export const createApiKey: MutationResolvers['createApiKey'] = async ({
  input,
}) => {
  const { name, role, limits } = readApiKey(input)
  const key = await create(name, role, limits)
  return { key, apiKey: (await findApiKey(key)) as ApiKey }
}

export const revokeApiKey: MutationResolvers['revokeApiKey'] = async ({
  id,
}) => {
  const revoked = isUuid(id) && (await revoke(id))
  if (!revoked) {
    throw new NotFoundError('key')
  }
  return revoked
}
