import type { AuditEntry as AuditEntryRow } from '@prisma/client'
import type { QueryResolvers } from 'types/graphql'

import { listEntries } from 'src/lib/audit/listEntries'

const show = (row: AuditEntryRow) => ({
  ...row,
  actor: {
    kind: row.actorKind,
    id: row.actorId,
    name: row.actorName,
    email: row.actorEmail,
    sessionId: row.sessionId,
  },
  subject:
    row.subjectType === null
      ? null
      : { type: row.subjectType, id: row.subjectId, name: row.subjectName },
})

export const auditEntries: QueryResolvers['auditEntries'] = async (asked) => {
  const { edges, pageInfo } = await listEntries(asked)
  return {
    pageInfo,
    edges: edges.map(({ cursor, node }) => ({ cursor, node: show(node) })),
  }
}
