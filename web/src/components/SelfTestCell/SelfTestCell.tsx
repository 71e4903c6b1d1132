import { useEffect } from 'react'

import type { SelfTestQuery, SelfTestQueryVariables } from 'types/graphql'

import { Link } from '@redwoodjs/router'
import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import FailureMessage from 'src/components/Failure'
import SelfTestStep from 'src/components/SelfTestStep'
import { announcer } from 'src/lib/announcer'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { SELF_TEST } from 'src/queries/setup'

const POLL_MS = 1_000

interface SelfTestProps {
  messageId: string
}

export const QUERY: TypedDocumentNode<SelfTestQuery, SelfTestQueryVariables> =
  SELF_TEST

export const beforeQuery = ({ messageId }: SelfTestProps) => ({
  variables: { messageId },
  fetchPolicy: 'cache-and-network',
  pollInterval: POLL_MS,
  skipPollAttempt: () => document.visibilityState !== 'visible',
})

export const Loading = () => (
  <div role="status">
    <span className="sr-only">{t('Following the message')}</span>
    <div className="skeleton h-24" aria-hidden />
  </div>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<SelfTestQueryVariables>) => (
  <FailureMessage
    what={t('The self-test')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

const verdict = ({ steps, isOver }: SelfTestQuery['selfTest']) => {
  if (steps.every(({ state }) => state === 'DONE')) {
    return t('Everything works: out, reported, and back.')
  }
  return isOver ? t('It stopped on its way.') : null
}

export const Success = ({
  selfTest,
  queryResult,
}: CellSuccessProps<SelfTestQuery, SelfTestQueryVariables> & SelfTestProps) => {
  const { steps, message, isOver, simulatorUrl } = selfTest
  const said = verdict(selfTest)
  const { stopPolling } = (queryResult ?? {}) as { stopPolling?: () => void }
  useEffect(() => {
    if (isOver) {
      stopPolling?.()
    }
  }, [isOver, stopPolling])
  useEffect(() => {
    if (said) {
      announcer.say(said)
    }
  }, [said])

  const waitsForAnswer = steps.some(
    ({ step, state }) => step === 'ANSWERED' && state === 'WAITING'
  )
  const conversation = inboxPath({
    folder: 'open',
    conversationId: message.conversation.id,
  })
  return (
    <div className="flex flex-col gap-4">
      <ol
        aria-label={t('Steps of the self-test')}
        className="flex flex-col gap-2.5"
      >
        {steps.map((step) => (
          <SelfTestStep key={step.step} step={step} isOver={isOver} />
        ))}
      </ol>
      {said && <p className="font-semibold">{said}</p>}
      {!isOver && waitsForAnswer && (
        <p className="text-ink-soft">
          {t('Answer the message on the phone with any word.')}{' '}
          {simulatorUrl && (
            <a
              href={simulatorUrl}
              target="_blank"
              rel="noreferrer"
              className="text-signal underline"
            >
              {t('To the handset')}
            </a>
          )}
        </p>
      )}
      <p className="text-sm">
        <Link to={conversation} className="text-signal underline">
          {t('To the conversation')}
        </Link>
      </p>
    </div>
  )
}
