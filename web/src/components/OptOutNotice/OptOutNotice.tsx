import { Lock } from 'lucide-react'
import type { ConversationFields } from 'types/graphql'

import { describeOptOut } from 'src/lib/consent/describeOptOut'
import { readDraft } from 'src/lib/drafts/drafts'
import { t } from 'src/lib/language/t'
import { dayAndTime, exactTime } from 'src/lib/time/time'

/** Stands where the composer was: since when nothing may be written, why, and how that ends. */
const OptOutNotice = ({
  conversation,
}: {
  conversation: ConversationFields
}) => {
  const { id, optedOutAt, optOutSource } = conversation
  const draft = readDraft(id).text
  return (
    <div
      role="status"
      className="flex gap-3 border-t border-line bg-caution-soft px-5 py-4"
    >
      <Lock className="mt-0.5 size-4 shrink-0 text-caution" aria-hidden />
      <div className="min-w-0">
        <p className="font-semibold text-caution">
          {describeOptOut(conversation)}.
        </p>
        <p className="text-sm">
          {optedOutAt && (
            <>
              {t('Since')}{' '}
              <time dateTime={optedOutAt} title={exactTime(optedOutAt)}>
                {dayAndTime(optedOutAt)}
              </time>{' '}
            </>
          )}
          {optOutSource === 'OPERATOR'
            ? t(
                'nothing can be sent to them from this number, until they write START to it, or a colleague allows it again. The lock then opens by itself.'
              )
            : t(
                'nothing can be sent to them from this number, until they write START to it. The lock then opens by itself.'
              )}
        </p>
        {draft && (
          <p className="mt-1 line-clamp-2 text-sm text-ink-soft">
            {t('Your text is kept: “{draft}”', { draft })}
          </p>
        )}
      </div>
    </div>
  )
}

export default OptOutNotice
