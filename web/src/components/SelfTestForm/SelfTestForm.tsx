import type {
  SendersQuery,
  StartSelfTestMutation,
  StartSelfTestMutationVariables,
} from 'types/graphql'

import { FieldError, Form, Label, Submit, TelField } from '@redwoodjs/forms'
import { useMutation, useQuery } from '@redwoodjs/web'

import { buttonLook } from 'src/components/Button'
import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import SenderField from 'src/components/SenderField'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { SENDERS } from 'src/queries/senders'
import { START_SELF_TEST } from 'src/queries/setup'

/** Whose phone the self-test goes to, and from where. */
const SelfTestForm = ({
  onStart,
}: {
  onStart: (messageId: string) => void
}) => {
  const { data } = useQuery<SendersQuery>(SENDERS)
  const senders = data?.senders ?? []
  const [start, { loading, error }] = useMutation<
    StartSelfTestMutation,
    StartSelfTestMutationVariables
  >(START_SELF_TEST)

  const onSubmit = async ({ to, from }: StartSelfTestMutationVariables) => {
    try {
      const { data: answer } = await start({
        variables: { to: to.trim(), from: from || undefined },
      })
      if (answer) {
        onStart(answer.started.message.id)
      }
    } catch {
      // Said below.
    }
  }

  return (
    <Form onSubmit={onSubmit} className="flex flex-wrap items-start gap-3">
      <div className="flex flex-1 basis-56 flex-col gap-1">
        <Label
          name="to"
          htmlFor="self-test-to"
          className={LABEL}
          errorClassName={LABEL}
        >
          {t('A phone that you hold')}
        </Label>
        <TelField
          name="to"
          id="self-test-to"
          emptyAs=""
          autoComplete="tel"
          placeholder="+1 555 123 4567"
          className={FIELD}
          errorClassName={FIELD}
          validation={{
            required: { value: true, message: t('Whose phone is it?') },
          }}
        />
        <FieldError name="to" className={FIELD_ERROR} role="alert" />
      </div>
      {senders.length > 1 && (
        <div className="flex-1 basis-56">
          <SenderField senders={senders} />
        </div>
      )}
      <Submit
        disabled={loading}
        className={`${buttonLook('primary')} h-10 md:mt-7`}
      >
        {loading ? t('Sending…') : t('Start the self-test')}
      </Submit>
      {error && (
        <div className="basis-full">
          <Problem>{errorText(error)}</Problem>
        </div>
      )}
    </Form>
  )
}

export default SelfTestForm
