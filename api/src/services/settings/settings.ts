import type { User as UserRow } from '@prisma/client'
import type { MutationResolvers } from 'types/graphql'

import { person } from 'src/lib/auth'
import type { Relations } from 'src/lib/graphql/relations'
import { renameUser } from 'src/lib/settings/renameUser'
import { showSettings } from 'src/lib/settings/showSettings'
import { updateSettings as update } from 'src/lib/settings/updateSettings'

export const updateMe: MutationResolvers['updateMe'] = ({ name }) =>
  renameUser(person(), name)

export const updateSettings: MutationResolvers['updateSettings'] = ({
  settings,
}) => update(person(), settings)

export const User = {
  settings: (_args, { root }) =>
    root.id === context.currentUser?.id
      ? showSettings(root.settings as object)
      : null,
} satisfies Relations<UserRow>
