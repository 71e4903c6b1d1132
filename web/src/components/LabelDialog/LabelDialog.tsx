import { Pencil, Plus } from 'lucide-react'
import type { LabelFields } from 'types/graphql'

import Button from 'src/components/Button'
import FormDialog from 'src/components/FormDialog'
import IconButton from 'src/components/IconButton'
import LabelForm from 'src/components/LabelForm'

/** The button that opens a label, or without one a new one, and the dialog behind it. */
const LabelDialog = ({ label }: { label?: LabelFields }) => (
  <FormDialog
    title={label ? 'Edit label' : 'New label'}
    trigger={
      label ? (
        <IconButton icon={Pencil} label={`Edit ${label.name}`} />
      ) : (
        <Button look="primary" aria-label="New label">
          <Plus className="size-[1.05rem]" aria-hidden />
          New
        </Button>
      )
    }
  >
    {(close) => <LabelForm label={label} onDone={close} />}
  </FormDialog>
)

export default LabelDialog
