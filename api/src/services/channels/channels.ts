import type { Channel as ChannelRow } from '@prisma/client'
import type { MutationResolvers, QueryResolvers } from 'types/graphql'

import {
  createChannel as create,
  deleteChannel as remove,
  updateChannel as update,
} from 'src/lib/channels/channels'
import { db } from 'src/lib/db'
import type { Relations } from 'src/lib/graphql/relations'
import {
  isOpen,
  type OpeningHours,
  opensAt,
} from 'src/lib/messaging/openingHours'

export const channels: QueryResolvers['channels'] = () =>
  db.channel.findMany({
    orderBy: [{ isDefault: 'desc' }, { name: 'asc' }, { id: 'asc' }],
  })

export const createChannel: MutationResolvers['createChannel'] = ({ input }) =>
  create(input)

export const updateChannel: MutationResolvers['updateChannel'] = ({
  id,
  input,
}) => update(id, input)

export const deleteChannel: MutationResolvers['deleteChannel'] = ({ id }) =>
  remove(id)

/** The column is JSON that only `readChannel` writes. */
const hoursOf = (root: ChannelRow) => root as unknown as OpeningHours

export const Channel = {
  isOpen: (_args, { root }) => isOpen(hoursOf(root), new Date()),
  opensAt: (_args, { root }) => opensAt(hoursOf(root), new Date()),
  autoReplies: (_args, { root }) =>
    db.channel
      .findUnique({ where: { id: root.id } })
      .autoReplies({ orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
} satisfies Relations<ChannelRow>
