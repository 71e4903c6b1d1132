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
    return `Deactivated ${dayOf(deactivatedAt)}`
  }
  if (isInvited) {
    return invitedUntil ? `Invited until ${dayOf(invitedUntil)}` : 'Invited'
  }
  return lastSeenAt ? `Last seen ${dayAndTime(lastSeenAt)}` : 'Not logged in'
}

const UserRow = ({ account }: { account: UserAccountFields }) => {
  const { id, email, name, role, deactivatedAt } = account
  const [change, { loading }] = useMutation<
    ChangeUserMutation,
    ChangeUserMutationVariables
  >(CHANGE_USER)

  const run = (what: ChangeUserMutationVariables['change']) =>
    void change({ variables: { id, change: what } }).catch((error) =>
      noticeBoard.post(`${email} was not changed. ${errorText(error)}`)
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
        label={`Role of ${email}`}
        isLabelHidden
        value={role}
        disabled={loading || Boolean(deactivatedAt)}
        onChange={(next) => run({ role: next })}
      />
      {deactivatedAt ? (
        <Button
          disabled={loading}
          aria-label={`Activate ${email}`}
          onClick={() => run({ isActive: true })}
        >
          Activate
        </Button>
      ) : (
        <>
          <RenewLink account={account} />
          <Confirm
            label={`Deactivate ${email}`}
            action="Deactivate"
            trigger={
              <Button disabled={loading} aria-label={`Deactivate ${email}`}>
                Deactivate
              </Button>
            }
            onConfirm={() => run({ isActive: false })}
          >
            <b>{email}</b> is logged out everywhere and can’t log in any more.
            What was written stays under this name.
          </Confirm>
        </>
      )}
    </li>
  )
}

export default UserRow
