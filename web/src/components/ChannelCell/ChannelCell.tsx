import { RadioTower, Trash2 } from 'lucide-react'
import type {
  ChannelsQuery,
  ChannelsQueryVariables,
  DeleteChannelMutation,
  DeleteChannelMutationVariables,
} from 'types/graphql'

import { navigate, routes } from '@redwoodjs/router'
import {
  type CellFailureProps,
  type CellSuccessProps,
  type TypedDocumentNode,
  useMutation,
} from '@redwoodjs/web'

import AutoReplies from 'src/components/AutoReplies'
import ChannelForm from 'src/components/ChannelForm'
import Confirm from 'src/components/Confirm'
import FailureMessage from 'src/components/Failure'
import IconButton from 'src/components/IconButton'
import Placeholder from 'src/components/Placeholder'
import RetentionCell from 'src/components/RetentionCell'
import Section from 'src/components/Section'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { formatAddress } from 'src/lib/phone/formatAddress'
import { CHANNELS, DELETE_CHANNEL } from 'src/queries/channels'

export const QUERY: TypedDocumentNode<ChannelsQuery, ChannelsQueryVariables> =
  CHANNELS

export const beforeQuery = () => ({
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const isEmpty = () => false

export const Loading = () => (
  <div role="status" className="animate-late flex flex-col gap-3">
    <span className="sr-only">{t('Loading the channel')}</span>
    <div className="skeleton h-8 w-48" aria-hidden />
    <div className="skeleton h-40" aria-hidden />
  </div>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<ChannelsQueryVariables>) => (
  <FailureMessage
    what={t('The channel')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  channels,
  id,
}: CellSuccessProps<ChannelsQuery, ChannelsQueryVariables> & {
  id: string
}) => {
  const channel = channels.find((each) => each.id === id)
  const [remove, { loading }] = useMutation<
    DeleteChannelMutation,
    DeleteChannelMutationVariables
  >(DELETE_CHANNEL, {
    refetchQueries: ['ChannelNamesQuery', 'SendersQuery'],
  })

  if (!channel) {
    return (
      <Placeholder icon={RadioTower} title={t('There is no such channel')} />
    )
  }

  const onRemove = () =>
    remove({ variables: { id } }).then(
      () => navigate(routes.channels()),
      (error: unknown) =>
        noticeBoard.post(
          t('{name} was not deleted. {error}', {
            name: channel.name,
            error: errorText(error),
          })
        )
    )

  return (
    <>
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 className="text-lg font-bold tracking-tight wrap-anywhere">
            {channel.name}
          </h2>
          <p className="text-ink-soft">{formatAddress(channel.address)}</p>
        </div>
        {!channel.isDefault && (
          <Confirm
            label={t('Delete {name}', { name: channel.name })}
            action={t('Delete')}
            onConfirm={() => void onRemove()}
            trigger={
              <IconButton
                icon={Trash2}
                label={t('Delete {name}', { name: channel.name })}
                disabled={loading}
              />
            }
          >
            {t(
              '“{name}” and its automatic replies are deleted. Its conversations stay.',
              { name: channel.name }
            )}
          </Confirm>
        )}
      </div>
      <Section
        title={t('Automatic replies')}
        about={t(
          'The first that fits answers. Never to STOP, START, HELP and their like, to machines, or more than three times in ten minutes.'
        )}
      >
        <AutoReplies channel={channel} />
      </Section>
      <Section title={t('Settings')}>
        <ChannelForm
          // What was saved is where the next change starts from.
          key={channel.updatedAt}
          channel={channel}
          onDone={() => noticeBoard.post(t('The channel is saved.'))}
        />
      </Section>
      <Section
        title={t('How long it is kept')}
        about={t(
          'Then it is taken out of its messages, which stay with their times and statuses. Without a number, for ever.'
        )}
      >
        <RetentionCell address={channel.address} />
      </Section>
    </>
  )
}
