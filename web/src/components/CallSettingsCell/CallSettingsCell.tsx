import type {
  CallSettingsQuery,
  CallSettingsQueryVariables,
} from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import CallSettingsDialog from 'src/components/CallSettingsDialog'
import CallSettingsRow from 'src/components/CallSettingsRow'
import FailureMessage from 'src/components/Failure'
import List from 'src/components/List'
import { t } from 'src/lib/language/t'
import { CALL_SETTINGS } from 'src/queries/callSettings'

export const QUERY: TypedDocumentNode<
  CallSettingsQuery,
  CallSettingsQueryVariables
> = CALL_SETTINGS

export const beforeQuery = () => ({
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const Loading = () => (
  <div role="status" className="animate-late flex flex-col gap-3">
    <span className="sr-only">{t('Loading how calls are answered')}</span>
    <div className="skeleton h-20" aria-hidden />
    <div className="skeleton h-20" aria-hidden />
  </div>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<CallSettingsQueryVariables>) => (
  <FailureMessage
    what={t('How calls are answered')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  callSettings,
  spokenLanguages,
}: CellSuccessProps<CallSettingsQuery, CallSettingsQueryVariables>) => (
  <>
    <List aria-label={t('How calls are answered')} isRuled>
      {callSettings.map((settings) => (
        <CallSettingsRow
          key={settings.id}
          settings={settings}
          languages={spokenLanguages}
        />
      ))}
    </List>
    <CallSettingsDialog languages={spokenLanguages} />
  </>
)
