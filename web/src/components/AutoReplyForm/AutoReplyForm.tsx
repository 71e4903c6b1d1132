import { useState } from 'react'
import type { FormEvent } from 'react'

import type {
  AutoReplyCondition,
  AutoReplyRuleFields,
  ChannelKind,
} from 'types/graphql'

import BodyCounter from 'src/components/BodyCounter'
import Button from 'src/components/Button'
import Checkbox from 'src/components/Checkbox'
import { FIELD, LABEL } from 'src/components/fieldLook'
import KindsField from 'src/components/KindsField'
import Problem from 'src/components/Problem'
import { useSaveAutoReply } from 'src/hooks/useAutoReplies'
import { useSegments } from 'src/hooks/useSegments'
import { BODY_LIMIT } from 'src/lib/bodyLimit'
import { errorText } from 'src/lib/errorText'
import type { Text } from 'src/lib/language/t'
import { t } from 'src/lib/language/t'

const KINDS: ChannelKind[] = ['SMS', 'WHATSAPP']

const CONDITIONS = [
  { value: 'FIRST_MESSAGE', label: 'The first message of a conversation' },
  { value: 'KEYWORD', label: 'A message with a keyword' },
  { value: 'OUTSIDE_HOURS', label: 'A message outside opening hours' },
  { value: 'ALWAYS', label: 'Every message' },
] satisfies { value: AutoReplyCondition; label: Text }[]

const COOLDOWNS = [
  { seconds: 0, label: 'Each time' },
  { seconds: 600, label: 'At most once in 10 minutes' },
  { seconds: 3600, label: 'At most once in an hour' },
  { seconds: 28_800, label: 'At most once in 8 hours' },
  { seconds: 86_400, label: 'At most once in a day' },
  { seconds: 604_800, label: 'At most once in a week' },
] satisfies { seconds: number; label: Text }[]

const startOf = (rule: AutoReplyRuleFields | undefined) => ({
  kinds: rule?.kinds ?? KINDS,
  condition: rule?.condition ?? ('FIRST_MESSAGE' as AutoReplyCondition),
  keywords: rule?.keywords.join(', ') ?? '',
  wholeMessage: rule?.wholeMessage ?? false,
  text: rule?.text ?? '',
  cooldownSeconds: rule?.cooldownSeconds ?? 3600,
  isEnabled: rule?.isEnabled ?? true,
})

interface AutoReplyFormProps {
  channelId: string
  rule?: AutoReplyRuleFields
  onDone: () => void
}

/** When to answer, and what. */
const AutoReplyForm = ({ channelId, rule, onDone }: AutoReplyFormProps) => {
  const [value, setValue] = useState(() => startOf(rule))
  const { save, isSaving, error } = useSaveAutoReply(channelId, rule?.id)
  const segments = useSegments(value.text)
  const change = (over: Partial<typeof value>) =>
    setValue((known) => ({ ...known, ...over }))
  const isKeyword = value.condition === 'KEYWORD'
  const known = COOLDOWNS.map(({ seconds, label }) => ({
    seconds,
    label: t(label),
  }))
  const cooldowns = known.some(
    ({ seconds }) => seconds === value.cooldownSeconds
  )
    ? known
    : [
        ...known,
        {
          seconds: value.cooldownSeconds,
          label: t('At most once in {count} seconds', {
            count: String(value.cooldownSeconds),
          }),
        },
      ]

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const keywords = value.keywords.split(/[,\n]/).map((word) => word.trim())
    save({
      ...value,
      keywords: isKeyword ? keywords.filter(Boolean) : [],
      // What went wrong is said in the form, which keeps what was written.
    }).then(onDone, () => {})
  }

  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <label htmlFor="auto-reply-condition" className={LABEL}>
          {t('Answers')}
        </label>
        <select
          id="auto-reply-condition"
          value={value.condition}
          onChange={(event) =>
            change({ condition: event.target.value as AutoReplyCondition })
          }
          className={FIELD}
        >
          {CONDITIONS.map(({ value, label }) => (
            <option key={value} value={value}>
              {t(label)}
            </option>
          ))}
        </select>
      </div>
      {isKeyword && (
        <div className="flex flex-col gap-1.5">
          <label htmlFor="auto-reply-keywords" className={LABEL}>
            {t('Keywords')}
          </label>
          <input
            id="auto-reply-keywords"
            required
            placeholder={t('hours, opening times')}
            value={value.keywords}
            onChange={(event) => change({ keywords: event.target.value })}
            className={FIELD}
          />
          <Checkbox
            checked={value.wholeMessage}
            onChange={(wholeMessage) => change({ wholeMessage })}
          >
            {t('Only where it is the whole message')}
          </Checkbox>
        </div>
      )}
      <KindsField
        label={t('On')}
        choices={KINDS}
        value={value.kinds}
        onChange={(kinds) => change({ kinds })}
      />
      <div className="flex flex-col gap-1">
        <div className="flex items-baseline justify-between">
          <label htmlFor="auto-reply-text" className={LABEL}>
            {t('Text')}
          </label>
          <BodyCounter length={value.text.length} segments={segments} />
        </div>
        <textarea
          id="auto-reply-text"
          required
          rows={5}
          maxLength={BODY_LIMIT}
          dir="auto"
          value={value.text}
          onChange={(event) => change({ text: event.target.value })}
          aria-describedby="auto-reply-hint"
          className={`${FIELD} h-auto resize-none py-2`}
        />
        <p id="auto-reply-hint" className="text-sm text-ink-soft">
          {t(
            '{name} becomes the contact’s name, {channel} this channel’s, {opensAt} when it opens next; what is not known is left out.',
            { name: '{name}', channel: '{channel}', opensAt: '{opensAt}' }
          )}
        </p>
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor="auto-reply-cooldown" className={LABEL}>
          {t('In one conversation')}
        </label>
        <select
          id="auto-reply-cooldown"
          value={value.cooldownSeconds}
          onChange={(event) =>
            change({ cooldownSeconds: Number(event.target.value) })
          }
          className={FIELD}
        >
          {cooldowns.map(({ seconds, label }) => (
            <option key={seconds} value={seconds}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Checkbox
        checked={value.isEnabled}
        onChange={(isEnabled) => change({ isEnabled })}
      >
        {t('Switched on')}
      </Checkbox>
      {error && <Problem>{errorText(error)}</Problem>}
      <div className="flex justify-end gap-2">
        <Button look="bare" onClick={onDone}>
          {t('Cancel')}
        </Button>
        <Button type="submit" look="primary" disabled={isSaving}>
          {isSaving ? t('Saving…') : t('Save')}
        </Button>
      </div>
    </form>
  )
}

export default AutoReplyForm
