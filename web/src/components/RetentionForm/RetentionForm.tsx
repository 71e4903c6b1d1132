import { useState } from 'react'
import type { FormEvent } from 'react'

import { useApolloClient } from '@apollo/client'
import type {
  DeleteRetentionMutation,
  DeleteRetentionMutationVariables,
  RetentionFields,
  RetentionReachQuery,
  RetentionReachQueryVariables,
  SetRetentionMutation,
  SetRetentionMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Button from 'src/components/Button'
import { FIELD, LABEL } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import { errorText } from 'src/lib/errorText'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import {
  DELETE_RETENTION,
  RETENTION_REACH,
  RETENTIONS,
  SET_RETENTION,
} from 'src/queries/privacy'

/** As the server counts. */
const MOST_COUNTED = 10_000

const FIELDS = ['textDays', 'mediaDays', 'eventDays'] as const

type Days = Record<(typeof FIELDS)[number], number | null>

const labelOf = (field: (typeof FIELDS)[number]) =>
  ({
    textDays: t('Texts and notes'),
    mediaDays: t('Files'),
    eventDays: t('What Twilio reports'),
  })[field]

const shown = (days: number | null | undefined) => String(days ?? '')

const read = (text: string) => (text.trim() ? Number(text) : null)

/** Something is to go earlier than it would have. */
const isShorter = (next: number | null, last: number | null | undefined) =>
  next !== null && (last == null || next < last)

interface RetentionFormProps {
  /** Of ours; null: all that have no decision of their own. */
  address: string | null
  /** What was decided for it. */
  retention?: RetentionFields
  /** What holds for it until it has its own. */
  inherited?: RetentionFields
}

/** For how many days something is kept; before anything goes at once, it says how much. */
const RetentionForm = ({
  address,
  retention,
  inherited,
}: RetentionFormProps) => {
  const client = useApolloClient()
  const start = retention ?? inherited
  const [texts, setTexts] = useState({
    textDays: shown(start?.textDays),
    mediaDays: shown(start?.mediaDays),
    eventDays: shown(start?.eventDays),
  })
  /** How many texts go at once, once that was asked. */
  const [reach, setReach] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const again = { refetchQueries: [{ query: RETENTIONS }] }
  const [save, saving] = useMutation<
    SetRetentionMutation,
    SetRetentionMutationVariables
  >(SET_RETENTION, again)
  const [remove, removing] = useMutation<
    DeleteRetentionMutation,
    DeleteRetentionMutationVariables
  >(DELETE_RETENTION, again)

  const days: Days = {
    textDays: read(texts.textDays),
    mediaDays: read(texts.mediaDays),
    eventDays: read(texts.eventDays),
  }
  const isWrong = FIELDS.some(
    (field) =>
      days[field] !== null &&
      !(Number.isInteger(days[field]) && Number(days[field]) >= 1)
  )

  const tell = (error: unknown) => setProblem(errorText(error))

  const commit = () => {
    setReach(null)
    save({
      variables: { address, ...days, known: retention?.updatedAt ?? null },
    }).then(() => noticeBoard.post(t('Saved.')), tell)
  }

  const ask = async () => {
    const { textDays } = days
    if (textDays === null) {
      return setReach(0)
    }
    const { data } = await client.query<
      RetentionReachQuery,
      RetentionReachQueryVariables
    >({
      query: RETENTION_REACH,
      variables: { address, textDays },
      fetchPolicy: 'network-only',
    })
    setReach(data.reach)
  }

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    if (isWrong) {
      setProblem(t('A whole number of days, or nothing for ever.'))
    } else if (FIELDS.some((field) => isShorter(days[field], start?.[field]))) {
      ask().catch(tell)
    } else {
      commit()
    }
  }

  const howMany = (messages: number) => {
    if (messages === 0) {
      return t('No message loses its text at once.')
    }
    return messages >= MOST_COUNTED
      ? t('More than {most} messages lose their text at once.', {
          most: count(MOST_COUNTED),
        })
      : t(
          '{messages, plural, one {# message loses its text} other {# messages lose their text}} at once.',
          { messages }
        )
  }

  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <div className="grid gap-4 md:grid-cols-3">
        {FIELDS.map((field) => (
          <div key={field} className="flex flex-col gap-1">
            <label htmlFor={`keep-${field}`} className={LABEL}>
              {labelOf(field)}
            </label>
            <div className="flex items-center gap-2">
              <input
                id={`keep-${field}`}
                inputMode="numeric"
                autoComplete="off"
                placeholder={t('for ever')}
                value={texts[field]}
                onChange={(event) => {
                  setReach(null)
                  setTexts({ ...texts, [field]: event.target.value })
                }}
                className={FIELD}
              />
              <span className="text-ink-soft">{t('days')}</span>
            </div>
          </div>
        ))}
      </div>
      {problem && <Problem>{problem}</Problem>}
      {reach !== null && (
        <div
          role="alert"
          className="flex flex-col gap-3 rounded-xl border border-line bg-raised p-4"
        >
          <p>
            {howMany(reach)}{' '}
            {t('What is gone can not be brought back. The rows stay.')}
          </p>
          <div className="flex justify-end gap-2">
            <Button look="bare" onClick={() => setReach(null)}>
              {t('Cancel')}
            </Button>
            <Button look="primary" onClick={commit} disabled={saving.loading}>
              {t('Keep it shorter')}
            </Button>
          </div>
        </div>
      )}
      {reach === null && (
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="primary" disabled={saving.loading}>
            {t('Save')}
          </Button>
          {address !== null && retention && (
            <Button
              look="bare"
              disabled={removing.loading}
              onClick={() =>
                void remove({ variables: { address } }).catch(tell)
              }
            >
              {t('As all other channels')}
            </Button>
          )}
        </div>
      )}
    </form>
  )
}

export default RetentionForm
