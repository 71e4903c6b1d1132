import type {
  ChangeUserMutation,
  ChangeUserMutationVariables,
  UserAccountFields,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Button from 'src/components/Button'
import Confirm from 'src/components/Confirm'
import RenewLink from 'src/components/RenewLink'
import RoleSelect from 'src/components/RoleSelect'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { dayAndTime, dayOf } from 'src/lib/time/time'
import { CHANGE_USER } from 'src/queries/access'

const stateOf = ({
  deactivatedAt,
  isInvited,
  invitedUntil,
  lastSeenAt,
}: UserAccountFields) => {
  if (deactivatedAt) {
    return t('Deactivated {day}', { day: dayOf(deactivatedAt) })
  }
  if (isInvited) {
    return invitedUntil
      ? t('Invited until {day}', { day: dayOf(invitedUntil) })
      : t('Invited')
  }
  return lastSeenAt
    ? t('Last seen {time}', { time: dayAndTime(lastSeenAt) })
    : t('Not logged in')
}

const UserRow = ({ account }: { account: UserAccountFields }) => {
  const { id, email, name, role, deactivatedAt } = account
  const [change, { loading }] = useMutation<
    ChangeUserMutation,
    ChangeUserMutationVariables
  >(CHANGE_USER)

  const run = (what: ChangeUserMutationVariables['change']) =>
    void change({ variables: { id, change: what } }).catch((error) =>
      noticeBoard.post(
        t('{name} was not changed. {error}', {
          name: email,
          error: errorText(error),
        })
      )
    )

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium wrap-anywhere">{name ?? email}</p>
        {name && <p className="text-sm wrap-anywhere text-ink-soft">{email}</p>}
        <p className="text-sm text-ink-soft">{stateOf(account)}</p>
      </div>
      <RoleSelect
        id={`role-${id}`}
        label={t('Role of {name}', { name: email })}
        isLabelHidden
        value={role}
        disabled={loading || Boolean(deactivatedAt)}
        onChange={(next) => run({ role: next })}
      />
      {deactivatedAt ? (
        <Button
          disabled={loading}
          aria-label={t('Activate {name}', { name: email })}
          onClick={() => run({ isActive: true })}
        >
          {t('Activate')}
        </Button>
      ) : (
        <>
          <RenewLink account={account} />
          <Confirm
            label={t('Deactivate {name}', { name: email })}
            action={t('Deactivate')}
            trigger={
              <Button
                disabled={loading}
                aria-label={t('Deactivate {name}', { name: email })}
              >
                {t('Deactivate')}
              </Button>
            }
            onConfirm={() => run({ isActive: false })}
          >
            {t(
              '{name} is logged out everywhere and can’t log in any more. What was written stays under this name.',
              { name: email }
            )}
          </Confirm>
        </>
      )}
    </li>
  )
}

export default UserRow
