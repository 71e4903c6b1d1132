import { useState } from 'react'

import { RotateCcw } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { RetryFailedMessagesMutation } from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Button from 'src/components/Button'
import { useOperator } from 'src/hooks/useOperator'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { RETRY_FAILED_MESSAGES } from 'src/queries/retryFailedMessages'

type Retried = RetryFailedMessagesMutation['retryFailedMessages']

const messages = (count: number) =>
  t('{count, plural, one {# message} other {# messages}}', { count })

const outcome = ({ retried, refused }: Retried) =>
  retried === 0
    ? t('None of them can be sent again.')
    : [
        t('Sent again: {messages}.', { messages: messages(retried) }),
        refused > 0 &&
          t('Refused again at once: {messages}.', {
            messages: messages(refused),
          }),
      ]
        .filter(Boolean)
        .join(' ')

/** Sends again all that can be, after asking. */
const RetryAll = () => {
  const { canWrite } = useOperator()
  const [isOpen, setIsOpen] = useState(false)
  const [retryAll, { loading }] = useMutation<RetryFailedMessagesMutation>(
    RETRY_FAILED_MESSAGES,
    { refetchQueries: ['FailedMessagesQuery'] }
  )
  if (!canWrite) {
    return null
  }

  const run = async () => {
    setIsOpen(false)
    try {
      const { data } = await retryAll()
      if (data) {
        noticeBoard.post(outcome(data.retryFailedMessages))
      }
    } catch (error) {
      noticeBoard.post(
        t('They were not all sent again. {error}', {
          error: errorText(error),
        })
      )
    }
  }

  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <Button disabled={loading}>
          <RotateCcw className="size-4 text-ink-soft" aria-hidden />
          {loading ? t('Sending…') : t('Retry all')}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={t('Retry all')}
          className="animate-appear z-40 flex w-72 flex-col gap-3 rounded-xl border border-line bg-raised p-4 shadow-raised"
        >
          <p>
            {t(
              'Every failed message whose reason can pass is sent again, once, up to 500 of them.'
            )}
          </p>
          <Button
            look="primary"
            className="self-end"
            onClick={() => void run()}
          >
            {t('Send them again')}
          </Button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

export default RetryAll
