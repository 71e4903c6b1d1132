import type { ConsentEvent as ConsentEventRow } from '@prisma/client'
import type { MutationResolvers } from 'types/graphql'

import { actor } from 'src/lib/auth'
import { decideConsent } from 'src/lib/consent/decideConsent'
import { db } from 'src/lib/db'
import type { Relations } from 'src/lib/graphql/relations'

export const setConsent: MutationResolvers['setConsent'] = ({
  conversationId,
  allowed,
  note,
}) => decideConsent(conversationId, allowed, note, actor())

const relations = (id: string) => db.consentEvent.findUnique({ where: { id } })

export const ConsentEvent = {
  by: async (_args, { root }) => {
    if (root.userId) {
      const user = await relations(root.id).user()
      return user && (user.name ?? user.email)
    }
    return root.apiKeyId ? (await relations(root.id).apiKey())?.name : null
  },
} satisfies Relations<ConsentEventRow>
