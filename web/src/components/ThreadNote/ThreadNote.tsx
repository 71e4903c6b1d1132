import { StickyNote } from 'lucide-react'
import type { ThreadEntryFields } from 'types/graphql'

import { useOperator } from 'src/hooks/useOperator'
import { actorOf } from 'src/lib/entries/describeEntry'
import { t } from 'src/lib/language/t'
import { splitMentions } from 'src/lib/mentions/splitMentions'
import { clockTime, exactTime } from 'src/lib/time/time'

/** What an operator wrote down for the others: yellow, and across, since it is no part of the talk. */
const ThreadNote = ({ entry }: { entry: ThreadEntryFields }) => {
  const { operator } = useOperator()
  const { body, mentions, at } = entry
  return (
    <article
      aria-label={t('Internal note')}
      className="mx-auto w-full max-w-xl pt-1 pb-4"
    >
      <div className="flow-root rounded-xl border border-note-edge bg-note px-3.5 py-2 text-ink">
        <p className="flex items-center gap-1.5 text-[0.8125rem] text-note-ink">
          <StickyNote className="size-3.5 shrink-0" aria-hidden />
          <span className="min-w-0 truncate font-semibold">
            {actorOf(entry, operator?.id) ?? t('Somebody')}
          </span>
          <span className="shrink-0">{t('· Note, not sent')}</span>
          <time
            dateTime={at}
            title={exactTime(at)}
            className="ml-auto shrink-0 tabular-nums"
          >
            {clockTime(at)}
          </time>
        </p>
        <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
          {body === null && <i className="opacity-80">{t('Text removed')}</i>}
          {splitMentions(body ?? '', mentions).map(({ text, user }, index) =>
            user ? (
              <strong
                key={index}
                className={
                  user.id === operator?.id
                    ? 'rounded-sm bg-sun px-0.5 text-on-sun'
                    : 'text-note-ink'
                }
              >
                {text}
              </strong>
            ) : (
              text
            )
          )}
        </p>
      </div>
    </article>
  )
}

export default ThreadNote
