import { RadioTower } from 'lucide-react'
import type { SetupQuery, SetupQueryVariables } from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import Button from 'src/components/Button'
import FailureMessage from 'src/components/Failure'
import Placeholder from 'src/components/Placeholder'
import Problem from 'src/components/Problem'
import SetupSender from 'src/components/SetupSender'
import { t } from 'src/lib/language/t'
import { SETUP } from 'src/queries/setup'

export const QUERY: TypedDocumentNode<SetupQuery, SetupQueryVariables> = SETUP

export const beforeQuery = () => ({
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const isEmpty = ({ setup }: SetupQuery) => setup.senders.length === 0

export const Loading = () => (
  <div role="status" className="animate-late flex flex-col gap-4">
    <span className="sr-only">{t('Asking Twilio what is set')}</span>
    <div className="skeleton h-28" aria-hidden />
    <div className="skeleton h-28" aria-hidden />
  </div>
)

export const Empty = () => (
  <Placeholder icon={RadioTower} title={t('There is no sender yet')}>
    <p>{t('Set TWILIO_PHONE_NUMBER, or make a channel.')}</p>
  </Placeholder>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<SetupQueryVariables>) => (
  <FailureMessage
    what={t('The setup')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

const count = (
  { senders }: SetupQuery['setup'],
  ...states: SetupQuery['setup']['senders'][number]['urls'][number]['state'][]
) =>
  senders
    .flatMap(({ urls }) => urls)
    .filter(({ state }) => states.includes(state)).length

const summarize = (setup: SetupQuery['setup']) => {
  const open = count(setup, 'OTHER', 'MISSING')
  const unknown = count(setup, 'UNKNOWN')
  if (open > 0) {
    return t(
      '{count, plural, one {# address is} other {# addresses are}} still to be set in the Twilio console.',
      { count: open }
    )
  }
  return unknown > 0
    ? t('Nothing is known to be wrong; {count} could not be looked up.', {
        count: String(unknown),
      })
    : t('All addresses are set as they should be.')
}

export const Success = ({
  setup,
  updating,
  queryResult,
}: CellSuccessProps<SetupQuery, SetupQueryVariables>) => (
  <div className="flex flex-col gap-6">
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p role="status">{summarize(setup)}</p>
      <Button
        disabled={updating}
        onClick={() => void queryResult?.refetch?.().catch(() => {})}
      >
        {updating ? t('Asking Twilio…') : t('Look again')}
      </Button>
    </div>
    {!setup.isReachable && (
      <Problem>
        {t(
          'Twilio can not reach {origin}: it is an address of this machine or of a private network. Set API_BASE_URL to the public one.',
          { origin: setup.publicOrigin }
        )}
      </Problem>
    )}
    {setup.senders.map((sender) => (
      <SetupSender key={sender.address ?? sender.kind} sender={sender} />
    ))}
  </div>
)
