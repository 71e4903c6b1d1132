import type { Reconciliation, ReconciliationKind } from '@prisma/client'

import { db } from 'src/lib/db'
import { logger } from 'src/lib/logger'

type Result = Partial<
  Pick<Reconciliation, 'checked' | 'recovered' | 'absent' | 'foreign'>
>

/** Keeps what a run of the reconciler found; one that found nothing, here or there, is not kept. */
export async function recordRun(
  kind: ReconciliationKind,
  run: () => Promise<Result>
): Promise<void> {
  const startedAt = new Date()
  const result = await run()
  if (!result.checked && !result.absent) {
    return
  }
  await db.reconciliation.create({
    data: { kind, startedAt, finishedAt: new Date(), ...result },
  })
  logger.info({ kind, ...result }, 'Reconciled with Twilio')
}
