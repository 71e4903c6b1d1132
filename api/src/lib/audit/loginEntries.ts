import type { User } from '@prisma/client'

import { createLimit } from 'src/lib/access/limits/createLimit'
import { networkOf } from 'src/lib/access/login/networkOf'

import { audit } from './audit'
import type { Deed, Subject, Where, Who } from './entry'
import { writeBehind } from './writeBehind'

type Account = Pick<User, 'id' | 'email'> & Partial<Pick<User, 'name'>>

const GROUP = 'ACCESS'

const accountOf = ({ id, name, email }: Account): Subject => ({
  type: 'User',
  id,
  name: name ?? email,
})

const personOf = ({ id, name, email }: Account, sessionId?: string): Who => ({
  kind: 'USER',
  id,
  name,
  email,
  sessionId,
})

/** A login begins, or ends: await it before the answer. */
export const noteLogin = (
  action: 'logIn' | 'logOut',
  account: Account,
  sessionId: string,
  where: Where
) =>
  audit({
    group: GROUP,
    action,
    who: personOf(account, sessionId),
    where,
    subject: accountOf(account),
  })

const PER_MINUTE = 30

const limitFailures = createLimit('auditedLogins', PER_MINUTE)

/**
 * Somebody was not let in. One entry in a quarter of an hour for each account and network, and of those whom we don't
 * know, for each network; thirty in a minute for an account, and for all strangers together: whatever floods the login
 * does not flood the log. What was typed is kept only where it is an account: it may be a password in the wrong field.
 */
export async function noteLoginFailure(
  action: 'logInFailed' | 'logInThrottled',
  account: Account | null,
  where: Where
) {
  const whose = account?.id ?? 'nobody'
  if ((await limitFailures(whose)) === 0) {
    const deed: Deed = {
      group: GROUP,
      action,
      who: { kind: 'NOBODY' },
      where,
      subject: account ? accountOf(account) : null,
    }
    const once = `${whose} ${networkOf(where.address ?? '')}`
    writeBehind({ ...deed, outcome: 'REFUSED', once })
  }
}
