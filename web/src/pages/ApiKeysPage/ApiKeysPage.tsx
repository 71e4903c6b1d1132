import { Plus } from 'lucide-react'

import AdminPage from 'src/components/AdminPage'
import ApiKeyForm from 'src/components/ApiKeyForm'
import ApiKeysCell from 'src/components/ApiKeysCell'
import Button from 'src/components/Button'
import FormDialog from 'src/components/FormDialog'
import { t } from 'src/lib/language/t'

const NewKey = () => (
  <FormDialog
    title={t('New API key')}
    trigger={
      <Button look="primary" aria-label={t('New API key')}>
        <Plus className="size-[1.05rem]" aria-hidden />
        {t('New')}
      </Button>
    }
  >
    {(close) => <ApiKeyForm onDone={close} />}
  </FormDialog>
)

/** By what programs are let in. */
const ApiKeysPage = () => (
  <AdminPage
    title={t('API keys')}
    about={t(
      'By what programs are let in. A key that may have been seen by others is revoked, and replaced by a new one.'
    )}
    action={<NewKey />}
  >
    <ApiKeysCell />
  </AdminPage>
)

export default ApiKeysPage
