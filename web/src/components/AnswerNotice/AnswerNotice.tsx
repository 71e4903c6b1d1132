import { Bot, MessageSquareWarning } from 'lucide-react'

import { navigate } from '@redwoodjs/router'

import Button from 'src/components/Button'
import type { useAnswers } from 'src/hooks/useAnswers'
import { useNow } from 'src/hooks/useNow'
import { usePlace } from 'src/hooks/usePlace'
import { whoAnswered } from 'src/lib/drafts/answersSince'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { ago } from 'src/lib/time/ago'
import { exactTime } from 'src/lib/time/time'

interface AnswerNoticeProps {
  answers: ReturnType<typeof useAnswers>
  onSendAnyway: () => void
}

/** Says that somebody answered while one was writing, before two people say the same. */
const AnswerNotice = ({ answers, onSendAnyway }: AnswerNoticeProps) => {
  const now = useNow()
  const place = usePlace()
  const { answer, automatic, isHeld, know } = answers
  const latest = answer ?? automatic
  if (!latest) {
    return null
  }
  const when = (
    <time dateTime={latest.createdAt} title={exactTime(latest.createdAt)}>
      {ago(latest.createdAt, now)}
    </time>
  )

  return answer ? (
    <div
      role="group"
      aria-label={t('Somebody answered')}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-xl bg-caution-soft py-1.5 pr-1.5 pl-3 text-sm text-caution"
    >
      <MessageSquareWarning className="size-4 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1 basis-48">
        <strong>{t('{name} answered', { name: whoAnswered(answer) })}</strong>{' '}
        {when}
        {t(', while you were writing.')}
        {isHeld && ` ${t('Your text has not been sent.')}`}
      </p>
      <span className="flex gap-1">
        <Button
          look="bare"
          onClick={() => {
            navigate(inboxPath({ ...place, message: answer.id }), {
              replace: true,
            })
            know()
          }}
        >
          {t('Read it')}
        </Button>
        <Button
          onClick={() => {
            know()
            onSendAnyway()
          }}
        >
          {t('Send anyway')}
        </Button>
      </span>
    </div>
  ) : (
    <p className="flex items-center gap-2 px-3 py-0.5 text-sm text-ink-soft">
      <Bot className="size-4 shrink-0" aria-hidden />
      <span>
        {t('An automatic reply went out:')} {when}
      </span>
    </p>
  )
}

export default AnswerNotice
