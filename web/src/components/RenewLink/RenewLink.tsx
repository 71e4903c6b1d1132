import type {
  RenewInvitationMutation,
  RenewInvitationMutationVariables,
  UserAccountFields,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Button from 'src/components/Button'
import FormDialog from 'src/components/FormDialog'
import Problem from 'src/components/Problem'
import ShownOnce from 'src/components/ShownOnce'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { RENEW_INVITATION } from 'src/queries/access'

/** Makes a link that sets somebody's password, for who has lost the last one or the password. */
const RenewLink = ({ account }: { account: UserAccountFields }) => {
  const { id, email } = account
  const [renew, { data, loading, error, reset }] = useMutation<
    RenewInvitationMutation,
    RenewInvitationMutationVariables
  >(RENEW_INVITATION, { variables: { id } })

  return (
    <FormDialog
      title={t('A password for {email}', { email })}
      trigger={
        <Button aria-label={t('New link for {email}', { email })}>
          {t('New link')}
        </Button>
      }
    >
      {(close) =>
        data ? (
          <ShownOnce
            label={t('Link')}
            value={data.renewInvitation.link}
            onDone={() => {
              close()
              reset()
            }}
          >
            {t(
              'Whoever opens this link sets the password. It works once, for 7 days, and is not shown again.'
            )}
          </ShownOnce>
        ) : (
          <div className="flex flex-col gap-4">
            <p>
              {t(
                'A new link sets the password anew and ends all logins. The link before it is worth nothing then.'
              )}
            </p>
            {error && <Problem>{errorText(error)}</Problem>}
            <Button
              look="primary"
              className="self-end"
              disabled={loading}
              onClick={() => void renew().catch(() => {})}
            >
              {t('Make the link')}
            </Button>
          </div>
        )
      }
    </FormDialog>
  )
}

export default RenewLink
