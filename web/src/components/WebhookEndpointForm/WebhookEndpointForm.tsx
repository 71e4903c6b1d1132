import { useState } from 'react'

import type { WebhookEndpointFields } from 'types/graphql'

import {
  CheckboxField,
  FieldError,
  Form,
  Label,
  Submit,
  TextField,
  useForm,
} from '@redwoodjs/forms'

import Button, { buttonLook } from 'src/components/Button'
import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import WebhookSecret from 'src/components/WebhookSecret'
import { useSaveEndpoint } from 'src/hooks/useSaveEndpoint'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { EVENT_TYPES } from 'src/lib/webhooks/eventTypes'

interface EndpointInput {
  url: string
  description: string
  /** One for each of EVENT_TYPES. */
  wants: boolean[]
  includesBodies: boolean
  isEnabled: boolean
}

interface WebhookEndpointFormProps {
  endpoint?: WebhookEndpointFields
  onDone: () => void
}

const CHECK = 'mt-1 size-4 accent-signal'

const WebhookEndpointForm = ({
  endpoint,
  onDone,
}: WebhookEndpointFormProps) => {
  const form = useForm<EndpointInput>({
    defaultValues: {
      url: endpoint?.url ?? '',
      description: endpoint?.description ?? '',
      wants: EVENT_TYPES.map(
        ({ name }) => endpoint?.events.includes(name) ?? true
      ),
      includesBodies: endpoint?.includesBodies ?? true,
      isEnabled: endpoint?.isEnabled ?? true,
    },
  })
  const { save, isSaving, error } = useSaveEndpoint(endpoint)
  const [secret, setSecret] = useState<string | null>(null)
  const [lacksEvents, setLacksEvents] = useState(false)

  const onSubmit = async ({ wants, ...input }: EndpointInput) => {
    const events = EVENT_TYPES.filter((_type, n) => wants[n])
    setLacksEvents(events.length === 0)
    if (events.length === 0) {
      return
    }
    try {
      const made = await save({
        ...input,
        events: events.map(({ name }) => name),
      })
      if (made) {
        setSecret(made)
      } else {
        onDone()
      }
    } catch {
      // What went wrong is said in the form, which keeps what was written.
    }
  }

  if (secret) {
    return <WebhookSecret secret={secret} onDone={onDone} />
  }
  return (
    <Form
      formMethods={form}
      onSubmit={onSubmit}
      className="flex flex-col gap-4"
    >
      <div className="flex flex-col gap-1">
        <Label
          name="url"
          htmlFor="endpoint-url"
          className={LABEL}
          errorClassName={LABEL}
        >
          {t('Address')}
        </Label>
        <TextField
          name="url"
          id="endpoint-url"
          emptyAs=""
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          autoComplete="off"
          spellCheck={false}
          inputMode="url"
          placeholder="https://hooks.example.com/…"
          className={FIELD}
          errorClassName={FIELD}
          validation={{
            validate: (value: string) =>
              /^\s*https?:\/\/\S+\s*$/.test(value) ||
              t('Write the whole address, beginning with https://'),
          }}
        />
        <FieldError name="url" className={FIELD_ERROR} role="alert" />
      </div>
      <div className="flex flex-col gap-1">
        <Label
          name="description"
          htmlFor="endpoint-description"
          className={LABEL}
          errorClassName={LABEL}
        >
          {t('What it is for')}
        </Label>
        <TextField
          name="description"
          id="endpoint-description"
          emptyAs=""
          autoComplete="off"
          maxLength={500}
          placeholder={t('Orders to the CRM')}
          className={FIELD}
          errorClassName={FIELD}
        />
      </div>
      <fieldset className="flex flex-col gap-1.5">
        <legend className={`${LABEL} mb-1`}>{t('Events')}</legend>
        {EVENT_TYPES.map(({ name, says }, n) => (
          <label
            key={name}
            htmlFor={`endpoint-${name}`}
            className="flex items-start gap-2.5"
          >
            <CheckboxField
              name={`wants.${n}`}
              id={`endpoint-${name}`}
              className={CHECK}
            />
            <span>
              {t(says)}{' '}
              <code className="font-mono text-[0.8125rem] text-ink-soft">
                {name}
              </code>
            </span>
          </label>
        ))}
        {lacksEvents && (
          <p role="alert" className={FIELD_ERROR}>
            {t('Choose an event at least.')}
          </p>
        )}
      </fieldset>
      <label
        htmlFor="endpoint-bodies"
        className="flex items-start gap-2.5 border-t border-line pt-4"
      >
        <CheckboxField
          name="includesBodies"
          id="endpoint-bodies"
          className={CHECK}
        />
        <span>
          {t('With the texts of the messages')}
          <span className="block text-sm text-ink-soft">
            {t(
              'Without them the receiver learns who wrote and when, and can ask for the text.'
            )}
          </span>
        </span>
      </label>
      <label htmlFor="endpoint-enabled" className="flex items-start gap-2.5">
        <CheckboxField
          name="isEnabled"
          id="endpoint-enabled"
          className={CHECK}
        />
        {t('Enabled')}
      </label>
      {error && <Problem>{errorText(error)}</Problem>}
      <div className="flex justify-end gap-2">
        <Button look="bare" onClick={onDone}>
          {t('Cancel')}
        </Button>
        <Submit disabled={isSaving} className={buttonLook('primary')}>
          {isSaving ? t('Saving…') : t('Save')}
        </Submit>
      </div>
    </Form>
  )
}

export default WebhookEndpointForm
