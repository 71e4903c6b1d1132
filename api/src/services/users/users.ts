import type { QueryResolvers } from 'types/graphql'

import { person } from 'src/lib/auth'
import { db } from 'src/lib/db'

export const users: QueryResolvers['users'] = () =>
  db.user.findMany({ orderBy: [{ name: 'asc' }, { email: 'asc' }] })

export const me: QueryResolvers['me'] = () =>
  db.user.findUniqueOrThrow({ where: { id: person() } })
