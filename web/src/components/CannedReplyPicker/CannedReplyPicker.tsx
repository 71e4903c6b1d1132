import type { ReactNode } from 'react'

import type { CannedRepliesQuery } from 'types/graphql'

import { Link, routes } from '@redwoodjs/router'
import { useQuery } from '@redwoodjs/web'

import TypedOptions from 'src/components/TypedOptions'
import TypedPanel from 'src/components/TypedPanel'
import { useKeysOf } from 'src/hooks/useKeysOf'
import { useOperator } from 'src/hooks/useOperator'
import { fillIn } from 'src/lib/cannedReplies/fillIn'
import { rankReplies } from 'src/lib/cannedReplies/rankReplies'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { replaceText } from 'src/lib/replaceText'
import type { TriggerWord } from 'src/lib/triggerWord/findTriggerWord'
import { CANNED_REPLIES } from 'src/queries/cannedReplies'

interface CannedReplyPickerProps {
  area: HTMLTextAreaElement
  word: TriggerWord
  /** The contact's. */
  name: string | null
  /** The slash is only a slash, or its word has become a reply. */
  onDone: () => void
}

/** What stands in the list's place; while it does, Enter sends nothing. */
const Note = ({
  area,
  children,
}: {
  area: HTMLTextAreaElement
  children: ReactNode
}) => {
  useKeysOf(area, (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault()
    }
  })
  return (
    <p role="status" className="px-4 py-3 text-ink-soft">
      {children}
    </p>
  )
}

/** The canned replies that the word behind a slash finds, above the text area. Where it finds none, it is a word. */
const CannedReplyPicker = ({
  area,
  word,
  name,
  onDone,
}: CannedReplyPickerProps) => {
  const { operator } = useOperator()
  const { data, error } = useQuery<CannedRepliesQuery>(CANNED_REPLIES, {
    fetchPolicy: 'cache-and-network',
  })
  const replies = data?.cannedReplies
  const names = { name, agent: operator?.name ?? null }
  const options = rankReplies(replies ?? [], word.query).map(
    ({ id, shortcut, text }) => ({
      id,
      title: `/${shortcut}`,
      detail: fillIn(text, names),
    })
  )

  useKeysOf(area, (event) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onDone()
    }
  })

  if (replies && replies.length > 0 && options.length === 0) {
    return null
  }
  return (
    <TypedPanel>
      {options.length > 0 ? (
        <TypedOptions
          // What another word finds begins at its top again.
          key={word.query}
          area={area}
          label={t('Canned replies')}
          options={options}
          onChoose={({ detail }) => {
            const end = word.start + 1 + word.query.length
            replaceText(area, word.start, end, detail)
            onDone()
          }}
        />
      ) : (
        <Note area={area}>
          {error &&
            t('The canned replies could not be loaded. {error}', {
              error: errorText(error),
            })}
          {!error && !replies && t('Loading the canned replies…')}
          {replies && (
            <>
              {t(
                'There are no canned replies yet. What you write often can be inserted here.'
              )}{' '}
              <Link
                to={routes.cannedReplies()}
                className="text-signal underline"
              >
                {t('Write the first one')}
              </Link>
            </>
          )}
        </Note>
      )}
    </TypedPanel>
  )
}

export default CannedReplyPicker
