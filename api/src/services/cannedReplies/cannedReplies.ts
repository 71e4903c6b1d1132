import type { CannedReply as CannedReplyRow } from '@prisma/client'
import type { MutationResolvers, QueryResolvers } from 'types/graphql'

import { author } from 'src/lib/auth'
import {
  createReply,
  deleteReply,
  updateReply,
} from 'src/lib/cannedReplies/cannedReplies'
import { db } from 'src/lib/db'
import type { Relations } from 'src/lib/graphql/relations'

export const cannedReplies: QueryResolvers['cannedReplies'] = () =>
  db.cannedReply.findMany({ orderBy: { shortcut: 'asc' } })

export const createCannedReply: MutationResolvers['createCannedReply'] = (
  input
) => createReply(input, author().sentById)

export const updateCannedReply: MutationResolvers['updateCannedReply'] = ({
  id,
  ...input
}) => updateReply(id, input)

export const deleteCannedReply: MutationResolvers['deleteCannedReply'] = ({
  id,
}) => deleteReply(id)

export const CannedReply = {
  createdBy: (_args, { root }) =>
    root.createdById
      ? db.user.findUnique({ where: { id: root.createdById } })
      : null,
} satisfies Relations<CannedReplyRow>
