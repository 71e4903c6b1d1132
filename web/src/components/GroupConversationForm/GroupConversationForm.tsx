import {
  FieldError,
  Form,
  Label,
  Submit,
  TextAreaField,
  TextField,
  useForm,
} from '@redwoodjs/forms'
import { navigate } from '@redwoodjs/router'

import { buttonLook } from 'src/components/Button'
import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import { useCreateConversation } from 'src/hooks/useCreateConversation'
import { useIdempotencyKey } from 'src/hooks/useIdempotencyKey'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { readParticipants } from 'src/lib/twilio/readParticipants'

interface GroupInput {
  name: string
  people: string
}

/** What Twilio takes in one request. */
const MOST = 10

/** A Twilio conversation with several people, each on a phone or in an application. */
const GroupConversationForm = ({ onStarted }: { onStarted: () => void }) => {
  const form = useForm<GroupInput>({ defaultValues: { name: '', people: '' } })
  const keyFor = useIdempotencyKey()
  const { send, isSending, problem, clearProblem } = useCreateConversation()

  const onSubmit = async ({ name, people }: GroupInput) => {
    const conversation = await send({
      friendlyName: name.trim() || null,
      participants: readParticipants(people),
      idempotencyKey: keyFor(name, people),
    })
    if (conversation) {
      onStarted()
      navigate(inboxPath({ folder: 'open', conversationId: conversation.id }))
    }
  }

  return (
    <Form
      formMethods={form}
      onSubmit={onSubmit}
      className="flex flex-col gap-4"
    >
      <div className="flex flex-col gap-1">
        <Label name="name" htmlFor="group-name" className={LABEL}>
          {t('Name')}
        </Label>
        <TextField
          name="name"
          id="group-name"
          emptyAs=""
          autoComplete="off"
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          maxLength={256}
          placeholder={t('What it is about')}
          className={FIELD}
          onChange={clearProblem}
        />
      </div>
      <div className="flex flex-col gap-1">
        <Label
          name="people"
          htmlFor="group-people"
          className={LABEL}
          errorClassName={LABEL}
        >
          {t('People')}
        </Label>
        <TextAreaField
          name="people"
          id="group-people"
          emptyAs=""
          rows={4}
          aria-describedby="group-people-hint"
          placeholder={'+1 415 555 0100\n+1 212 555 0123'}
          className={`${FIELD} h-auto resize-none py-2`}
          errorClassName={`${FIELD} h-auto resize-none py-2`}
          onChange={clearProblem}
          validation={{
            validate: (text: string) => {
              const { length } = readParticipants(text)
              return length === 0
                ? t('Whom is it with?')
                : length <= MOST ||
                    t('It starts with {most} people at most.', { most: MOST })
            },
          }}
        />
        <FieldError name="people" className={FIELD_ERROR} role="alert" />
        <p id="group-people-hint" className="text-sm text-ink-soft">
          {t(
            'One to a line: a phone number, or a name by which an application knows somebody.'
          )}
        </p>
      </div>
      {problem && <Problem>{problem}</Problem>}
      <Submit
        disabled={isSending}
        className={`${buttonLook('primary')} self-end`}
      >
        {isSending ? t('Starting…') : t('Start')}
      </Submit>
    </Form>
  )
}

export default GroupConversationForm
