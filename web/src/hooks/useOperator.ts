import type { Role } from 'types/graphql'

import { useAuth } from 'src/auth'
import type { Settings } from 'src/lib/settings/settings'

export interface Operator {
  id: string
  email: string | null
  name: string | null
  roles: Role[]
  settings: Settings
}

/** Who is logged in, and whether they may write; a VIEWER may only look. */
export function useOperator() {
  const { currentUser, hasRole } = useAuth()
  return {
    // What the API's getCurrentUser answers; Redwood's type of it is lost where it may be null.
    operator: currentUser as unknown as Operator | null,
    canWrite: hasRole(['ADMIN', 'AGENT']),
    isAdmin: hasRole('ADMIN'),
  }
}
