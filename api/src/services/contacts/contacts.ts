import type { Contact as ContactRow } from '@prisma/client'
import type { MutationResolvers } from 'types/graphql'

import { renameContact as rename } from 'src/lib/conversations/renameContact'
import { db } from 'src/lib/db'
import type { Relations } from 'src/lib/graphql/relations'

export const renameContact: MutationResolvers['renameContact'] = ({
  id,
  name,
}) => rename(id, name)

export const Contact = {
  conversations: (_args, { root }) =>
    db.contact
      .findUnique({ where: { id: root.id } })
      .conversations({ orderBy: { lastMessageAt: 'desc' }, take: 100 }),
} satisfies Relations<ContactRow>
