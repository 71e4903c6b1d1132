import type { Contact as ContactRow } from '@prisma/client'
import type { ContactmediaArgs, MutationResolvers } from 'types/graphql'

import { listMedia } from 'src/lib/contacts/listMedia'
import { renameContact as rename } from 'src/lib/contacts/renameContact'
import { updateContactNotes as updateNotes } from 'src/lib/contacts/updateContactNotes'
import { db } from 'src/lib/db'
import type { Relations } from 'src/lib/graphql/relations'

export const renameContact: MutationResolvers['renameContact'] = ({
  id,
  name,
}) => rename(id, name)

export const updateContactNotes: MutationResolvers['updateContactNotes'] = ({
  id,
  notes,
  previous,
}) => updateNotes(id, notes, previous)

const relations = (id: string) => db.contact.findUnique({ where: { id } })

export const Contact = {
  media: (args, { root }) => {
    const { first, after } = args as ContactmediaArgs
    return listMedia(root.id, first, after)
  },
  conversations: (_args, { root }) =>
    relations(root.id).conversations({
      orderBy: { lastMessageAt: 'desc' },
      take: 100,
    }),
  labels: async (_args, { root }) => {
    const found = await relations(root.id).labels({
      include: { label: true },
      orderBy: { label: { key: 'asc' } },
    })
    return found?.map(({ label }) => label)
  },
} satisfies Relations<ContactRow>
