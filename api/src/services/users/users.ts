import type { MutationResolvers, QueryResolvers } from 'types/graphql'
import { validate as isUuid } from 'uuid'

import { findAccounts } from 'src/lib/access/users/accounts'
import { changeUser as change } from 'src/lib/access/users/changeUser'
import {
  acceptInvitation as accept,
  type Invited,
  inviteUser as invite,
  makeLink,
} from 'src/lib/access/users/invitations'
import { person } from 'src/lib/auth'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'

export const users: QueryResolvers['users'] = () =>
  db.user.findMany({
    where: { deactivatedAt: null },
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
  })

export const me: QueryResolvers['me'] = () =>
  db.user.findUniqueOrThrow({ where: { id: person() } })

export const userAccounts: QueryResolvers['userAccounts'] = () => findAccounts()

/** Behind the `#`, which no browser sends and no log keeps. */
const answer = async ({ user, token }: Invited) => ({
  account: (await findAccounts(user.id))[0],
  link: `${config.publicOrigin}/invitation#${token}`,
})

export const inviteUser: MutationResolvers['inviteUser'] = async ({
  input: { email, name, role },
}) => answer(await invite({ email, role, name: name ?? undefined }))

export const renewInvitation: MutationResolvers['renewInvitation'] = async ({
  id,
}) => {
  if (!isUuid(id)) {
    throw new NotFoundError('user')
  }
  return answer(await makeLink(id))
}

export const changeUser: MutationResolvers['changeUser'] = async ({
  id,
  change: { role, isActive },
}) => {
  await change(id, {
    role: role ?? undefined,
    isActive: isActive ?? undefined,
  })
  return (await findAccounts(id))[0]
}

export const acceptInvitation: MutationResolvers['acceptInvitation'] = ({
  token,
  password,
}) => accept(token, password)
