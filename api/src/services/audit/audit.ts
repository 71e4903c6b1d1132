import type { AuditEntry as AuditEntryRow } from '@prisma/client'
import type { QueryResolvers } from 'types/graphql'

import { listEntries } from 'src/lib/audit/listEntries'
import type { Relations } from 'src/lib/graphql/relations'

export const auditEntries: QueryResolvers['auditEntries'] = (asked) =>
  listEntries(asked)

export const AuditEntry = {
  actor: (_args, { root }) => ({
    kind: root.actorKind,
    id: root.actorId,
    name: root.actorName,
    email: root.actorEmail,
    sessionId: root.sessionId,
  }),
  subject: (_args, { root }) =>
    root.subjectType && {
      type: root.subjectType,
      id: root.subjectId,
      name: root.subjectName,
    },
} satisfies Relations<AuditEntryRow>
