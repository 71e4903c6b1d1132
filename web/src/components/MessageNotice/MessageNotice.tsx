import type { ThreadMessageFields } from 'types/graphql'

import Button from 'src/components/Button'
import MessageStatus from 'src/components/MessageStatus'
import ThreadLink from 'src/components/ThreadLink'
import { useMessageActions } from 'src/hooks/useMessageActions'
import { useOperator } from 'src/hooks/useOperator'
import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'
import type { StatusDescription } from 'src/lib/messageStatus/describeStatus'

const BUTTON = '!h-7 !rounded-md !px-2.5'

interface MessageNoticeProps {
  message: ThreadMessageFields
  status: StatusDescription
}

/** What stands below a bubble whose status needs words: the status, why, and what can be done. */
const MessageNotice = ({ message, status }: MessageNoticeProps) => {
  const { canWrite } = useOperator()
  const { retry, cancel, isUnderWay, problem } = useMessageActions(message.id)
  const again = message.retries[message.retries.length - 1]
  const canCancel =
    message.status === 'SCHEDULED' || message.status === 'PENDING'

  return (
    <div
      className={cx(
        'mb-2 flex w-fit max-w-full flex-col gap-0.5 px-1 text-[0.8125rem] leading-snug',
        status.mark === 'failed' ? 'text-danger' : 'text-ink-soft'
      )}
    >
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <MessageStatus message={message} status={status} isInWords />
        {again ? (
          <ThreadLink id={again.id}>{t('Sent again')}</ThreadLink>
        ) : message.canRetry && canWrite ? (
          <Button
            className={BUTTON}
            disabled={isUnderWay}
            onClick={() => void retry()}
          >
            {isUnderWay ? t('Sending…') : t('Retry')}
          </Button>
        ) : canCancel && canWrite ? (
          <Button
            className={BUTTON}
            disabled={isUnderWay}
            onClick={() => void cancel()}
          >
            {isUnderWay ? t('Canceling…') : t('Cancel')}
          </Button>
        ) : null}
      </div>
      {status.detail && <p className="wrap-anywhere">{status.detail}</p>}
      {problem && (
        <p role="alert" className="wrap-anywhere text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}

export default MessageNotice
