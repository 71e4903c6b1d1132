import type { ThreadEntry as ThreadEntryRow } from '@prisma/client'
import type { MutationResolvers } from 'types/graphql'

import { actor } from 'src/lib/auth'
import { db } from 'src/lib/db'
import type { Relations } from 'src/lib/graphql/relations'
import { addNote as add } from 'src/lib/thread/addNote'

export const addNote: MutationResolvers['addNote'] = ({
  conversationId,
  ...input
}) => add(conversationId, input, actor())

const relations = (id: string) => db.threadEntry.findUnique({ where: { id } })

export const ThreadEntry = {
  conversation: (_args, { root }) => relations(root.id).conversation(),
  actor: (_args, { root }) =>
    root.actorId ? relations(root.id).actor() : null,
  subject: (_args, { root }) =>
    root.subjectId ? relations(root.id).subject() : null,
  mentions: async (_args, { root }) => {
    const found =
      root.kind === 'NOTE'
        ? await relations(root.id).mentions({ include: { user: true } })
        : null
    return found?.map(({ user }) => user) ?? []
  },
} satisfies Relations<ThreadEntryRow>
