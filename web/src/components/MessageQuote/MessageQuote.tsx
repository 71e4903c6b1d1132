import { Reply } from 'lucide-react'
import type { MessageFields } from 'types/graphql'

import ThreadLink from 'src/components/ThreadLink'
import { describeMedia } from 'src/lib/describeMedia'
import { t } from 'src/lib/language/t'

type Quoted = NonNullable<MessageFields['repliedTo']>

const excerptOf = ({ body, media: [file] }: Quoted) =>
  body || (file ? describeMedia(file.contentType) : t('A message'))

const LOOK =
  'flex max-w-full min-w-0 items-center gap-1.5 px-1 text-[0.8125rem] text-ink-soft'

/** The message that this one answers, above it; it leads there. */
const MessageQuote = ({
  message: { repliedTo, repliedToSid },
}: {
  message: Pick<MessageFields, 'repliedTo' | 'repliedToSid'>
}) => {
  if (!repliedToSid) {
    return null
  }
  return (
    <p className={LOOK}>
      <Reply className="size-3.5 shrink-0" aria-hidden />
      {repliedTo ? (
        <>
          <span className="shrink-0">{t('Answers')}</span>
          <span className="truncate">
            <ThreadLink id={repliedTo.id}>
              <bdi>{excerptOf(repliedTo)}</bdi>
            </ThreadLink>
          </span>
        </>
      ) : (
        t('An answer to a message that is not here.')
      )}
    </p>
  )
}

export default MessageQuote
