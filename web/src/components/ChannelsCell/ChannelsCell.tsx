import { RadioTower } from 'lucide-react'
import type { ChannelsQuery, ChannelsQueryVariables } from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import ChannelRow from 'src/components/ChannelRow'
import FailureMessage from 'src/components/Failure'
import List from 'src/components/List'
import Placeholder from 'src/components/Placeholder'
import { t } from 'src/lib/language/t'
import { CHANNELS } from 'src/queries/channels'

export const QUERY: TypedDocumentNode<ChannelsQuery, ChannelsQueryVariables> =
  CHANNELS

export const beforeQuery = () => ({
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const Loading = () => (
  <div role="status" className="animate-late flex flex-col gap-3">
    <span className="sr-only">{t('Loading the channels')}</span>
    <div className="skeleton h-14" aria-hidden />
    <div className="skeleton h-14" aria-hidden />
  </div>
)

export const Empty = () => (
  <Placeholder icon={RadioTower} title={t('No channels yet')}>
    <p>
      {t(
        'A channel is an address that people write to: a number, a short code, a WhatsApp sender, a Messaging Service.'
      )}
    </p>
  </Placeholder>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<ChannelsQueryVariables>) => (
  <FailureMessage
    what={t('The channels')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  channels,
}: CellSuccessProps<ChannelsQuery, ChannelsQueryVariables>) => (
  <List aria-label={t('Channels')} isRuled>
    {channels.map((channel) => (
      <ChannelRow key={channel.id} channel={channel} />
    ))}
  </List>
)
