import type { Role } from 'types/graphql'

import type { Text } from 'src/lib/language/t'

const LABELS = {
  VIEWER: 'Viewer: reads',
  AGENT: 'Agent: reads and writes',
  ADMIN: 'Administrator: everything',
} as const satisfies Record<Role, Text>

/** From the one who may least. */
export const ROLES = Object.keys(LABELS) as Role[]

/** What the role is called, and what it may do; for `t`. */
export const roleLabel = (role: Role): Text => LABELS[role]
