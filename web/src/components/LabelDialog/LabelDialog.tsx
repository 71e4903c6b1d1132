import { Pencil, Plus } from 'lucide-react'
import type { LabelFields } from 'types/graphql'

import Button from 'src/components/Button'
import FormDialog from 'src/components/FormDialog'
import IconButton from 'src/components/IconButton'
import LabelForm from 'src/components/LabelForm'
import { t } from 'src/lib/language/t'

/** The button that opens a label, or without one a new one, and the dialog behind it. */
const LabelDialog = ({ label }: { label?: LabelFields }) => (
  <FormDialog
    title={label ? t('Edit label') : t('New label')}
    trigger={
      label ? (
        <IconButton
          icon={Pencil}
          label={t('Edit {name}', { name: label.name })}
        />
      ) : (
        <Button look="primary" aria-label={t('New label')}>
          <Plus className="size-[1.05rem]" aria-hidden />
          {t('New')}
        </Button>
      )
    }
  >
    {(close) => <LabelForm label={label} onDone={close} />}
  </FormDialog>
)

export default LabelDialog
