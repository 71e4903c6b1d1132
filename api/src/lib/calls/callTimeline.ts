import type { Prisma, StatusEvent } from '@prisma/client'

import { db } from 'src/lib/db'

type Report = Pick<
  StatusEvent,
  'status' | 'source' | 'disposition' | 'receivedAt' | 'errorCode'
> & { id: string }

const isFound = (params: Prisma.JsonValue) =>
  (params as Prisma.JsonObject)['Heliograph.source'] === 'RECONCILER'

/** What was reported of a call, in the order in which it came: a message's timeline, as StatusEvents are. */
export async function callTimeline(callSid: string | null): Promise<Report[]> {
  const events = await db.callEvent.findMany({
    where: { callSid: callSid ?? '' },
    orderBy: { id: 'asc' },
  })
  return events.map(({ id, status, disposition, params, receivedAt }) => ({
    // Beside the ids of other messages' reports.
    id: `call-${id}`,
    status,
    // What confirmCall has asked for says so.
    source: isFound(params) ? 'RECONCILER' : 'CALLBACK',
    disposition,
    errorCode: null,
    receivedAt,
  }))
}
