import type { CallAnswer, Disposition } from '@prisma/client'
import { v7 as uuid } from 'uuid'

import { retryTransient } from 'src/lib/database/retryTransient'
import { sql } from 'src/lib/database/sql'
import { publish } from 'src/lib/live/publish'
import { logger } from 'src/lib/logger'
import { entryEvents } from 'src/lib/thread/writtenEntries'

import type { CallReport } from './parseCallReport'

interface RecordedCall {
  messageId: string | null
  conversationId: string | null
  /** The conversation has just begun. */
  isNew: boolean
  /** The call's entry is new in its thread. */
  added: boolean
  changed: boolean
  disposition: Disposition
  /** What happened besides: its conversation was archived or snoozed, and is open again. */
  entries: string
}

const record = async (report: object) => {
  const [recorded] = await retryTransient(
    async () =>
      await sql.$queryRaw<RecordedCall[]>`
        SELECT *, written_entries() AS entries FROM record_call_report(${JSON.stringify(report)}::jsonb)`
  )
  return recorded
}

const announce = (recorded: RecordedCall) => {
  const { messageId, conversationId, isNew, added, changed } = recorded
  if (!messageId || !conversationId) {
    return
  }
  if (added) {
    publish(
      { kind: 'messageAdded', messageId, conversationId },
      { kind: 'conversationChanged', conversationId, isNew },
      ...entryEvents(recorded.entries)
    )
  } else if (changed) {
    publish({ kind: 'messageStatusChanged', messageId, conversationId })
  }
}

/**
 * Records one report about a call, tells the screens, and returns after the commit. Reports come in any order, and
 * repeatedly: see `record_call_report` in the migrations.
 *
 * @param answer how the call is answered, where it asks
 * @throws the database's error: nothing was recorded
 */
export async function recordCallReport(
  report: CallReport,
  answer?: CallAnswer
): Promise<void> {
  const recorded = await record({ ...report, answer, messageId: uuid() })
  announce(recorded)
  const { messageId, disposition } = recorded
  logger[disposition === 'UNKNOWN' ? 'warn' : 'info'](
    { messageId, sid: report.sid, status: report.word, disposition },
    'Call report'
  )
}
