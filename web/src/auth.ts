import { createAuth, createDbAuthClient } from '@redwoodjs/auth-dbauth-web'

export const { AuthProvider, useAuth } = createAuth(createDbAuthClient())
