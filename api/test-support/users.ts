import type { Role, User } from '@prisma/client'

import type { Actor } from 'src/lib/auth'
import { db } from 'src/lib/db'

/** Somebody who works here, and who does not log in. */
export const saveUser = (name: string, role: Role = 'AGENT'): Promise<User> =>
  db.user.create({
    data: {
      name,
      role,
      email: `${name.toLowerCase()}@example.com`,
      hashedPassword: '',
      salt: '',
    },
  })

/** Somebody as who does something. */
export const acting = ({ id, name }: User): Actor => ({ userId: id, name })
