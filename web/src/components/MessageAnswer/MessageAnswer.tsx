import { ListChecks, MousePointerClick } from 'lucide-react'
import type { MessageFields } from 'types/graphql'

import { t } from 'src/lib/language/t'
import { readAnswers } from 'src/lib/readAnswers'

type Answered = Pick<MessageFields, 'body' | 'choice' | 'formData'>

/** What a contact pressed or filled in instead of writing it. */
const MessageAnswer = ({ message }: { message: Answered }) => {
  const { body, choice, formData } = message
  const answers = readAnswers(formData)
  return (
    <>
      {choice && (
        <p
          title={choice.payload ?? undefined}
          className="flex items-center gap-1.5 text-sm opacity-80"
        >
          <MousePointerClick className="size-4 shrink-0" aria-hidden />
          {/* WhatsApp repeats a button's words as the text of the message. */}
          {choice.text === body ? (
            t('Pressed a button')
          ) : (
            <span className="wrap-anywhere">
              {t('Pressed:')} <bdi>{choice.text}</bdi>
            </span>
          )}
        </p>
      )}
      {answers.length > 0 && (
        <details className="text-sm">
          <summary className="flex cursor-pointer items-center gap-1.5">
            <ListChecks className="size-4 shrink-0" aria-hidden />
            <span className="underline">{t('Filled in a form')}</span>
          </summary>
          <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
            {answers.map(({ name, value }) => (
              <div key={name} className="contents">
                <dt className="opacity-75">
                  <bdi>{name}</bdi>
                </dt>
                <dd className="wrap-anywhere whitespace-pre-wrap">
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  )
}

export default MessageAnswer
