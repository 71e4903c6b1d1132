import type { CreateLabelMutationVariables, LabelFields } from 'types/graphql'

import {
  FieldError,
  Form,
  Label,
  Submit,
  TextField,
  useForm,
} from '@redwoodjs/forms'

import { buttonLook } from 'src/components/Button'
import ColorField from 'src/components/ColorField'
import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import LabelChip from 'src/components/LabelChip'
import Problem from 'src/components/Problem'
import { useSaveLabel } from 'src/hooks/useSaveLabel'
import { errorText } from 'src/lib/errorText'
import { NAME_LIMIT } from 'src/lib/labels/nameLimit'
import { t } from 'src/lib/language/t'

interface LabelFormProps {
  label?: LabelFields
  onDone: () => void
}

/** A label's name and color, and how it looks. */
const LabelForm = ({ label, onDone }: LabelFormProps) => {
  const form = useForm<CreateLabelMutationVariables>({
    defaultValues: { name: label?.name ?? '', color: label?.color ?? 'GRAY' },
  })
  const { save, isSaving, error } = useSaveLabel(label)
  const name = form.watch('name') ?? ''
  const color = form.watch('color') ?? 'GRAY'

  // What went wrong is said in the form, which keeps what was written.
  const onSubmit = ({ name: text, ...rest }: CreateLabelMutationVariables) =>
    save({ ...rest, name: text.trim() }).then(onDone, () => {})

  return (
    <Form
      formMethods={form}
      onSubmit={onSubmit}
      className="flex flex-col gap-4"
    >
      <div className="flex flex-col gap-1">
        <Label
          name="name"
          htmlFor="label-name"
          className={LABEL}
          errorClassName={LABEL}
        >
          {t('Name')}
        </Label>
        <TextField
          name="name"
          id="label-name"
          emptyAs=""
          // Else the dialog gives the focus to the button that closes it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          autoComplete="off"
          className={FIELD}
          errorClassName={FIELD}
          validation={{
            validate: (value: string) =>
              (value.trim().length > 0 && value.trim().length <= NAME_LIMIT) ||
              t('A name is 1 to {limit} characters.', { limit: NAME_LIMIT }),
          }}
        />
        <FieldError name="name" className={FIELD_ERROR} role="alert" />
      </div>
      <ColorField chosen={color} />
      <div className="flex min-w-0" aria-hidden>
        <LabelChip label={{ name: name.trim() || t('Label'), color }} />
      </div>
      {error && <Problem>{errorText(error)}</Problem>}
      <Submit
        disabled={isSaving}
        className={`${buttonLook('primary')} self-end`}
      >
        {t('Save')}
      </Submit>
    </Form>
  )
}

export default LabelForm
