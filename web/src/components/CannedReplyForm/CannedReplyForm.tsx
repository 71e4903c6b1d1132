import type { CannedReplyFields } from 'types/graphql'

import {
  FieldError,
  Form,
  Label,
  Submit,
  TextAreaField,
  TextField,
  useForm,
} from '@redwoodjs/forms'

import BodyCounter from 'src/components/BodyCounter'
import Button, { buttonLook } from 'src/components/Button'
import EncodingNote from 'src/components/EncodingNote'
import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import { useSaveReply } from 'src/hooks/useSaveReply'
import { useSegments } from 'src/hooks/useSegments'
import { BODY_LIMIT } from 'src/lib/bodyLimit'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'

interface ReplyInput {
  shortcut: string
  text: string
}

interface CannedReplyFormProps {
  reply?: CannedReplyFields
  onDone: () => void
}

const CannedReplyForm = ({ reply, onDone }: CannedReplyFormProps) => {
  const form = useForm<ReplyInput>({
    defaultValues: { shortcut: reply?.shortcut ?? '', text: reply?.text ?? '' },
  })
  const { save, isSaving, error } = useSaveReply(reply)
  const text = form.watch('text') ?? ''
  const segments = useSegments(text)

  // What went wrong is said in the form, which keeps what was written.
  const onSubmit = (input: ReplyInput) => save(input).then(onDone, () => {})

  return (
    <Form
      formMethods={form}
      onSubmit={onSubmit}
      className="flex flex-col gap-4"
    >
      <div className="flex flex-col gap-1">
        <Label
          name="shortcut"
          htmlFor="reply-shortcut"
          className={LABEL}
          errorClassName={LABEL}
        >
          {t('Shortcut')}
        </Label>
        <div className="relative">
          <span
            aria-hidden
            className="absolute top-2 left-3 leading-6 text-ink-faint"
          >
            /
          </span>
          <TextField
            name="shortcut"
            id="reply-shortcut"
            emptyAs=""
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={!reply}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder={t('hours')}
            className={`${FIELD} !pl-6`}
            errorClassName={`${FIELD} !pl-6`}
            validation={{
              validate: (value: string) =>
                /^\s*\/?[a-z0-9-]{1,40}\s*$/i.test(value) ||
                t(
                  'A shortcut is 1 to 40 letters (a to z), digits and hyphens.'
                ),
            }}
          />
        </div>
        <FieldError name="shortcut" className={FIELD_ERROR} role="alert" />
      </div>
      <div className="flex flex-col gap-1">
        <div className="flex items-baseline justify-between">
          <Label
            name="text"
            htmlFor="reply-text"
            className={LABEL}
            errorClassName={LABEL}
          >
            {t('Text')}
          </Label>
          <BodyCounter length={text.length} segments={segments} />
        </div>
        <TextAreaField
          name="text"
          id="reply-text"
          emptyAs=""
          rows={6}
          dir="auto"
          // Else the dialog gives the focus to the button that closes it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={!!reply}
          aria-describedby="reply-text-hint"
          className={`${FIELD} h-auto resize-none py-2`}
          errorClassName={`${FIELD} h-auto resize-none py-2`}
          validation={{
            validate: (value: string) =>
              !!value.trim() || t('Write a text first.'),
            maxLength: {
              value: BODY_LIMIT,
              message: t('A message has at most {limit} characters.', {
                limit: BODY_LIMIT,
              }),
            },
          }}
        />
        <FieldError name="text" className={FIELD_ERROR} role="alert" />
        <p id="reply-text-hint" className="text-sm text-ink-soft">
          {t(
            '{name} becomes the contact’s name and {agent} your own; a name that is not known is left out.',
            { name: '{name}', agent: '{agent}' }
          )}
        </p>
        <EncodingNote segments={segments} />
      </div>
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

export default CannedReplyForm
