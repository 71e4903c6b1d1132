import { v7 as uuid, validate as isUuid } from 'uuid'

import { createBatcher } from 'src/lib/batching/createBatcher'
import { isValueError } from 'src/lib/database/isValueError'
import { promptQuery } from 'src/lib/database/promptQuery'

import type { Entry } from './entry'
import { keepable } from './keepable'

const kept = (text: string | null | undefined) => text && keepable(text)

const toRow = (id: string, { who, where, subject, ...entry }: Entry) => {
  const name = kept(who.name)
  const email = kept(who.email)
  const subjectName = kept(subject?.name)
  const known = entry.arguments ?? []
  return {
    ...entry,
    id,
    actorKind: who.kind,
    actorId: who.id,
    actorName: name,
    actorEmail: email,
    sessionId: who.sessionId && isUuid(who.sessionId) ? who.sessionId : null,
    subjectType: subject?.type,
    subjectId: kept(subject?.id),
    subjectName,
    address: kept(where.address),
    userAgent: kept(where.userAgent),
    requestId: kept(where.requestId),
    words: [
      name,
      email,
      subjectName,
      ...known.map(({ value, label }) => label ?? value),
    ]
      .filter(Boolean)
      .join(' '),
  }
}

/** What comes at the same time shares a statement and a commit. */
const add = createBatcher<ReturnType<typeof toRow>, void>({
  name: 'auditEntries',
  handle: async (rows) => {
    await promptQuery(
      'write_audit_entries',
      'SELECT write_audit_entries($1::jsonb)',
      [JSON.stringify(rows)]
    )
    return rows.map(() => undefined)
  },
  isOneItemsFault: isValueError,
  largest: 200,
  running: 2,
  waiting: 10_000,
})

/**
 * Writes an entry, for good.
 *
 * @returns its id, once it is committed
 */
export async function writeEntry(entry: Entry): Promise<string> {
  const id = uuid()
  await add(toRow(id, entry))
  return id
}
