import Button from 'src/components/Button'
import { takeBack } from 'src/hooks/useOutbox'
import { t } from 'src/lib/language/t'
import type { Sending } from 'src/lib/outbox/sending'
import { useThread } from 'src/lib/thread/threadContext'

const BUTTON = '!h-7 !rounded-md !px-2.5'

/** What stands below a message of which nobody knows whether the server has it, and what can be done about that. */
const SendingNotice = ({ sending }: { sending: Sending }) => {
  const { sendAgain } = useThread()
  const { state } = sending
  if (state === 'waiting' || state === 'sending') {
    return null
  }
  return (
    <div
      role="status"
      className="flex w-fit max-w-full flex-wrap items-center justify-end gap-x-3 gap-y-1 px-1 text-[0.8125rem] text-caution"
    >
      <p className="wrap-anywhere">
        {state === 'unanswered'
          ? t(
              'The server could not be reached. It is asked again, and sends this once.'
            )
          : t(
              'It is not known whether this was sent. Sending it again will not send it twice.'
            )}
      </p>
      <span className="flex gap-1.5">
        {state === 'stopped' && (
          <Button className={BUTTON} onClick={() => sendAgain(sending)}>
            {t('Send')}
          </Button>
        )}
        <Button className={BUTTON} onClick={() => takeBack(sending)}>
          {t('Edit')}
        </Button>
      </span>
    </div>
  )
}

export default SendingNotice
