import type { Transaction } from 'src/lib/database/sql'

const sendKey = (messageId: string) => `sendMessage:${messageId}`
const confirmKey = (messageId: string) => `confirmMessage:${messageId}`

/**
 * Has a worker send the message at a time, or in some seconds from now: written in the transaction that writes the row,
 * so that it can't be forgotten, and one for each message: a later call moves it.
 */
export const addSendJob = (
  tx: Transaction,
  messageId: string,
  due: { at?: Date; inSeconds?: number }
) =>
  tx.$executeRaw`
    SELECT graphile_worker.add_job(
      'sendMessage', json_build_object('messageId', ${messageId}::text),
      run_at => coalesce(${due.at ?? null}::timestamptz, now() + make_interval(secs => ${due.inSeconds ?? 0})),
      job_key => ${sendKey(messageId)}, max_attempts => 25
    )`

/** There is nothing left to send. */
export const removeSendJob = (tx: Transaction, messageId: string) =>
  tx.$executeRaw`SELECT graphile_worker.remove_job(${sendKey(messageId)})`

/** Has a worker ask Twilio about a message whose outcome is unknown. One at a time: the queue is the reconciler's. */
export const addConfirmJob = (
  tx: Transaction,
  messageId: string,
  inSeconds: number
) =>
  tx.$executeRaw`
    SELECT graphile_worker.add_job(
      'confirmMessage', json_build_object('messageId', ${messageId}::text), queue_name => 'reconciler',
      run_at => now() + make_interval(secs => ${inSeconds}), job_key => ${confirmKey(messageId)}, max_attempts => 25
    )`
