import type { Transaction } from 'src/lib/database/sql'
import { recordStatusReports } from 'src/lib/delivery/recordStatusReports'
import type { StatusReport } from 'src/lib/delivery/statusReport'

/** Judges a message's receipts by participant: see `judge_receipts` in the migrations. */
export const judgeReceipts = (tx: Transaction, messageId: string) =>
  tx.$executeRaw`SELECT judge_receipts(${messageId}::uuid)`

/** Keeps how far a message got with one participant; parked until the message itself is here. */
export async function keepReceipt(tx: Transaction, report: StatusReport) {
  const [recorded] = await recordStatusReports([report], tx)
  if (recorded.messageId) {
    await judgeReceipts(tx, recorded.messageId)
  }
  return recorded
}
