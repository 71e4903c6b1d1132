import type {
  CallSettingsFields,
  SaveCallSettingsMutation,
  SaveCallSettingsMutationVariables,
} from 'types/graphql'

import {
  FieldError,
  Form,
  Label,
  NumberField,
  SelectField,
  Submit,
  TextAreaField,
  TextField,
  useForm,
} from '@redwoodjs/forms'
import { useMutation } from '@redwoodjs/web'

import Button, { buttonLook } from 'src/components/Button'
import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import { languageName } from 'src/lib/calls/languageName'
import { errorText } from 'src/lib/errorText'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'
import { CALL_SETTINGS, SAVE_CALL_SETTINGS } from 'src/queries/callSettings'

interface CallSettingsFormProps {
  settings?: CallSettingsFields
  languages: string[]
  onDone: () => void
}

/** The same as the server's, which decides. */
const LONGEST_SECONDS = 3_600

const NEW: SaveCallSettingsMutationVariables = {
  address: '',
  answer: 'RECORD',
  text: '',
  language: 'en-US',
  maxSeconds: 120,
}

const CallSettingsForm = ({
  settings,
  languages,
  onDone,
}: CallSettingsFormProps) => {
  const initial = settings ?? NEW
  const form = useForm<SaveCallSettingsMutationVariables>({
    defaultValues: initial,
  })
  const isVoicemail = form.watch('answer') === 'RECORD'
  const [save, { loading, error }] = useMutation<
    SaveCallSettingsMutation,
    SaveCallSettingsMutationVariables
  >(SAVE_CALL_SETTINGS, {
    // The first that are saved for all numbers get an id, by which they are another row.
    refetchQueries: [{ query: CALL_SETTINGS }],
    awaitRefetchQueries: true,
  })

  // What went wrong is said in the form, which keeps what was written.
  const onSubmit = ({
    answer,
    text,
    language,
    maxSeconds = initial.maxSeconds,
    address = initial.address,
  }: SaveCallSettingsMutationVariables) => {
    const variables = { address, answer, text, language, maxSeconds }
    return save({ variables }).then(onDone, () => {})
  }

  return (
    <Form
      formMethods={form}
      onSubmit={onSubmit}
      className="flex flex-col gap-4"
    >
      {!settings && (
        <div className="flex flex-col gap-1">
          <Label
            name="address"
            htmlFor="call-address"
            className={LABEL}
            errorClassName={LABEL}
          >
            {t('Number')}
          </Label>
          <TextField
            name="address"
            id="call-address"
            emptyAs=""
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            autoComplete="off"
            spellCheck={false}
            placeholder="+1 500 555 0006"
            className={FIELD}
            errorClassName={FIELD}
            validation={{
              validate: (value: string) =>
                !!value.trim() || t('Which of your numbers?'),
            }}
          />
          <FieldError name="address" className={FIELD_ERROR} role="alert" />
        </div>
      )}
      <div className="flex flex-col gap-1">
        <Label
          name="answer"
          htmlFor="call-answer"
          className={LABEL}
          errorClassName={LABEL}
        >
          {t('Answer with')}
        </Label>
        <SelectField name="answer" id="call-answer" className={FIELD}>
          <option value="RECORD">{t('a greeting, and a voicemail')}</option>
          <option value="SAY">{t('an announcement')}</option>
        </SelectField>
      </div>
      <div className="flex flex-col gap-1">
        <Label
          name="text"
          htmlFor="call-text"
          className={LABEL}
          errorClassName={LABEL}
        >
          {isVoicemail ? t('Greeting') : t('Announcement')}
        </Label>
        <TextAreaField
          name="text"
          id="call-text"
          emptyAs=""
          rows={4}
          dir="auto"
          className={`${FIELD} h-auto resize-none py-2`}
          errorClassName={`${FIELD} h-auto resize-none py-2`}
          validation={{
            validate: (value: string) =>
              !!value.trim() || t('Write what is said.'),
          }}
        />
        <FieldError name="text" className={FIELD_ERROR} role="alert" />
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <div className="flex flex-col gap-1">
          <Label
            name="language"
            htmlFor="call-language"
            className={LABEL}
            errorClassName={LABEL}
          >
            {t('Language')}
          </Label>
          <SelectField name="language" id="call-language" className={FIELD}>
            {languages.map((code) => (
              <option key={code} value={code}>
                {languageName(code)}
              </option>
            ))}
          </SelectField>
        </div>
        {isVoicemail && (
          <div className="flex flex-col gap-1">
            <Label
              name="maxSeconds"
              htmlFor="call-seconds"
              className={LABEL}
              errorClassName={LABEL}
            >
              {t('Longest voicemail, in seconds')}
            </Label>
            <NumberField
              name="maxSeconds"
              id="call-seconds"
              className={FIELD}
              errorClassName={FIELD}
              validation={{
                validate: (value: number) =>
                  (Number.isInteger(value) &&
                    value >= 1 &&
                    value <= LONGEST_SECONDS) ||
                  t('1 to {most} seconds.', { most: count(LONGEST_SECONDS) }),
              }}
            />
            <FieldError
              name="maxSeconds"
              className={FIELD_ERROR}
              role="alert"
            />
          </div>
        )}
      </div>
      {error && <Problem>{errorText(error)}</Problem>}
      <div className="flex justify-end gap-2">
        <Button look="bare" onClick={onDone}>
          {t('Cancel')}
        </Button>
        <Submit disabled={loading} className={buttonLook('primary')}>
          {loading ? t('Saving…') : t('Save')}
        </Submit>
      </div>
    </Form>
  )
}

export default CallSettingsForm
