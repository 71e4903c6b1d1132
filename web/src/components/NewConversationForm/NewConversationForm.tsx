import type { KeyboardEvent } from 'react'

import type { SendersQuery } from 'types/graphql'

import {
  FieldError,
  Form,
  Label,
  Submit,
  TelField,
  TextAreaField,
  useForm,
} from '@redwoodjs/forms'
import { navigate } from '@redwoodjs/router'
import { useQuery } from '@redwoodjs/web'

import BodyCounter from 'src/components/BodyCounter'
import { buttonLook } from 'src/components/Button'
import EncodingNote from 'src/components/EncodingNote'
import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import ForecastNote from 'src/components/ForecastNote'
import Problem from 'src/components/Problem'
import SenderField from 'src/components/SenderField'
import { useDraft } from 'src/hooks/useDraft'
import { useIdempotencyKey } from 'src/hooks/useIdempotencyKey'
import { useNumber } from 'src/hooks/useNumber'
import { useSegments } from 'src/hooks/useSegments'
import { useSend } from 'src/hooks/useSend'
import { BODY_LIMIT } from 'src/lib/bodyLimit'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { SENDERS } from 'src/queries/senders'

interface NewConversationInput {
  to: string
  body: string
  from?: string
}

/** A text to any number. What was typed outlives a closed dialog. */
const NewConversationForm = ({ onSent }: { onSent: () => void }) => {
  const toDraft = useDraft('new.to')
  const bodyDraft = useDraft('new.body')
  const form = useForm<NewConversationInput>({
    defaultValues: { to: toDraft.initial, body: bodyDraft.initial },
  })
  const [to = '', body = '', chosen] = form.watch(['to', 'body', 'from'])
  const { data } = useQuery<SendersQuery>(SENDERS)
  const senders = data?.senders ?? []
  const from = chosen || senders[0]
  const number = useNumber(to, from)
  const segments = useSegments(body)
  const keyFor = useIdempotencyKey()
  const { send, isSending, problem, clearProblem } = useSend()

  const onSubmit = async (input: NewConversationInput) => {
    // What the library can't read may still be an address to the server, which decides.
    const address = number?.e164 ?? input.to.trim()
    const message = await send({
      to: address,
      body: input.body,
      from: input.from || undefined,
      idempotencyKey: keyFor(address, input.body, from ?? ''),
    })
    if (message) {
      toDraft.clear()
      bodyDraft.clear()
      onSent()
      navigate(
        inboxPath({ folder: 'open', conversationId: message.conversation.id })
      )
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.repeat) {
      event.preventDefault()
    }
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <Form
      formMethods={form}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-4"
    >
      <div className="flex flex-col gap-1">
        <Label
          name="to"
          htmlFor="new-to"
          className={LABEL}
          errorClassName={LABEL}
        >
          {t('To')}
        </Label>
        <TelField
          name="to"
          id="new-to"
          emptyAs=""
          autoComplete="off"
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          placeholder="+1 555 123 4567"
          aria-describedby="new-to-hint"
          className={FIELD}
          errorClassName={FIELD}
          onChange={(event) => {
            toDraft.change(event.target.value)
            clearProblem()
          }}
          validation={{
            required: { value: true, message: t('Whom is it for?') },
            validate: () =>
              number === undefined ||
              number?.isPossible ||
              t(
                'That is not a phone number. Write it with its country code, like +1 555 123 4567.'
              ),
          }}
        />
        <FieldError name="to" className={FIELD_ERROR} role="alert" />
        <p id="new-to-hint" className="text-sm text-ink-soft empty:hidden">
          {number?.isPossible && number.formatted !== to.trim()
            ? number.formatted
            : ''}
        </p>
      </div>
      {senders.length > 1 && <SenderField senders={senders} />}
      <div className="flex flex-col gap-1">
        <div className="flex items-baseline justify-between">
          <Label
            name="body"
            htmlFor="new-body"
            className={LABEL}
            errorClassName={LABEL}
          >
            {t('Message')}
          </Label>
          <BodyCounter length={body.length} segments={segments} />
        </div>
        <TextAreaField
          name="body"
          id="new-body"
          emptyAs=""
          rows={4}
          className={`${FIELD} h-auto resize-none py-2`}
          errorClassName={`${FIELD} h-auto resize-none py-2`}
          onChange={(event) => {
            bodyDraft.change(event.target.value)
            clearProblem()
          }}
          validation={{
            validate: (text: string) =>
              !!text.trim() || t('Write a message first.'),
            maxLength: {
              value: BODY_LIMIT,
              message: t('A message has at most {limit} characters.', {
                limit: BODY_LIMIT,
              }),
            },
          }}
        />
        <FieldError name="body" className={FIELD_ERROR} role="alert" />
        <EncodingNote segments={segments} />
        <ForecastNote sender={from} isWriting={body.trim().length > 0} />
      </div>
      {problem && <Problem>{problem}</Problem>}
      <Submit
        disabled={isSending}
        className={`${buttonLook('primary')} self-end`}
      >
        {isSending ? t('Sending…') : t('Send')}
      </Submit>
    </Form>
  )
}

export default NewConversationForm
