import type {
  ChannelFields,
  ChannelsQuery,
  CreateChannelMutation,
  CreateChannelMutationVariables,
  UpdateChannelMutation,
  UpdateChannelMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { CHANNELS, CREATE_CHANNEL, UPDATE_CHANNEL } from 'src/queries/channels'

/** The default may have moved away from another channel, and who can be written from changes with them. */
const AGAIN = {
  refetchQueries: ['ChannelsQuery', 'ChannelNamesQuery', 'SendersQuery'],
}

/** Changes a channel, or without one makes one. Resolves with it as it is then. */
export function useSaveChannel(channel: ChannelFields | undefined) {
  const [create, creating] = useMutation<
    CreateChannelMutation,
    CreateChannelMutationVariables
  >(CREATE_CHANNEL, {
    ...AGAIN,
    update: (cache, { data }) => {
      cache.updateQuery<ChannelsQuery>(
        { query: CHANNELS },
        (known) =>
          known && data && { channels: [...known.channels, data.channel] }
      )
    },
  })
  const [update, updating] = useMutation<
    UpdateChannelMutation,
    UpdateChannelMutationVariables
  >(UPDATE_CHANNEL, AGAIN)

  return {
    save: async (input: CreateChannelMutationVariables['input']) => {
      const { data } = await (channel
        ? update({ variables: { id: channel.id, input } })
        : create({ variables: { input } }))
      return data?.channel
    },
    isSaving: creating.loading || updating.loading,
    error: creating.error ?? updating.error,
  }
}
