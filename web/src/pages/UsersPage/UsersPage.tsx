import { UserPlus } from 'lucide-react'

import AdminPage from 'src/components/AdminPage'
import Button from 'src/components/Button'
import FormDialog from 'src/components/FormDialog'
import InviteForm from 'src/components/InviteForm'
import UserAccountsCell from 'src/components/UserAccountsCell'
import { t } from 'src/lib/language/t'

const Invite = () => (
  <FormDialog
    title={t('Invite somebody')}
    trigger={
      <Button look="primary">
        <UserPlus className="size-[1.05rem]" aria-hidden />
        {t('Invite')}
      </Button>
    }
  >
    {(close) => <InviteForm onDone={close} />}
  </FormDialog>
)

/** Who works here, and what each may do. */
const UsersPage = () => (
  <AdminPage
    title={t('Users')}
    about={t(
      'Who works here, and what each may do. Who leaves is deactivated, and what was written keeps its name.'
    )}
    action={<Invite />}
  >
    <UserAccountsCell />
  </AdminPage>
)

export default UsersPage
