import { Pencil, Plus } from 'lucide-react'
import type { CallSettingsFields } from 'types/graphql'

import Button from 'src/components/Button'
import CallSettingsForm from 'src/components/CallSettingsForm'
import FormDialog from 'src/components/FormDialog'
import IconButton from 'src/components/IconButton'
import { t } from 'src/lib/language/t'
import { formatAddress } from 'src/lib/phone/formatAddress'

interface CallSettingsDialogProps {
  settings?: CallSettingsFields
  languages: string[]
}

const nameOf = ({ address }: CallSettingsFields) =>
  address ? formatAddress(address) : t('all numbers')

/** The button that opens how calls are answered, or without settings those of one more number, and the dialog behind it. */
const CallSettingsDialog = ({
  settings,
  languages,
}: CallSettingsDialogProps) => (
  <FormDialog
    title={
      settings
        ? t('Calls to {number}', { number: nameOf(settings) })
        : t('Calls to one number')
    }
    trigger={
      settings ? (
        <IconButton
          icon={Pencil}
          label={t('Edit: {what}', { what: nameOf(settings) })}
        />
      ) : (
        <Button className="self-start">
          <Plus className="size-[1.05rem]" aria-hidden />
          {t('Answer one number otherwise')}
        </Button>
      )
    }
  >
    {(close) => (
      <CallSettingsForm
        settings={settings}
        languages={languages}
        onDone={close}
      />
    )}
  </FormDialog>
)

export default CallSettingsDialog
