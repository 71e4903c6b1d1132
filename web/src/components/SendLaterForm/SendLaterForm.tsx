import { useState } from 'react'
import type { FormEvent } from 'react'

import Button from 'src/components/Button'
import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import { t } from 'src/lib/language/t'
import {
  fromLocalInput,
  timeZoneName,
  toLocalInput,
  tomorrowAt,
} from 'src/lib/time/localInput'
import { serverClock } from 'src/lib/time/serverClock'

const MORNING = 9

interface SendLaterFormProps {
  label?: string
  action?: string
  onChoose: (sendAt: string) => void
}

/** A date and a time by the local clock. Not one of Redwood's forms, which must not lie in another one. */
const SendLaterForm = ({
  label = t('Send at'),
  action = t('Schedule'),
  onChoose,
}: SendLaterFormProps) => {
  const [value, setValue] = useState(() =>
    toLocalInput(tomorrowAt(MORNING, serverClock.now()))
  )
  const [problem, setProblem] = useState<string | null>(null)

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    // A portal's events bubble to the composer, which would send at once.
    event.stopPropagation()
    const sendAt = fromLocalInput(value)
    if (!sendAt) {
      setProblem(t('Choose a date and a time.'))
    } else if (sendAt <= serverClock.now()) {
      setProblem(t('That time has passed.'))
    } else {
      onChoose(sendAt.toISOString())
    }
  }

  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
      <div className="flex flex-col gap-1">
        <label htmlFor="send-at" className={LABEL}>
          {label}
        </label>
        <input
          id="send-at"
          type="datetime-local"
          // It comes after the popover, which has by then looked for something to focus.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={value}
          min={toLocalInput(serverClock.now())}
          onChange={(event) => {
            setValue(event.target.value)
            setProblem(null)
          }}
          aria-invalid={problem ? true : undefined}
          aria-describedby="send-at-zone"
          className={FIELD}
        />
        <p id="send-at-zone" className="text-sm text-ink-soft">
          {t('Your time: {zone}', { zone: timeZoneName() })}
        </p>
        {problem && (
          <p role="alert" className={FIELD_ERROR}>
            {problem}
          </p>
        )}
      </div>
      <Button type="submit" look="primary" className="self-end">
        {action}
      </Button>
    </form>
  )
}

export default SendLaterForm
