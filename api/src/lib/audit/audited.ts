import { logger } from 'src/lib/logger'

import type { Deed, Entry } from './entry'
import { writeEntry } from './writeEntry'

/** What is known of it only when it is done. */
export type Learned = Pick<Entry, 'subject' | 'changes'>

/** As clients get it. */
export const codeOf = (error: unknown) => {
  const { extensions } = error as { extensions?: { code?: unknown } }
  return String(extensions?.code ?? 'INTERNAL')
}

/** How it ended, by its error. */
export const outcomeOf = (error: unknown): Pick<Entry, 'outcome' | 'code'> => {
  const code = codeOf(error)
  return { outcome: code === 'FORBIDDEN' ? 'REFUSED' : 'FAILED', code }
}

/** It is done: that its end could not be written is nobody's error who asked for it. */
const finish = async (
  entry: Entry,
  learn: () => Promise<Learned> | Learned = () => ({})
) => {
  try {
    await writeEntry({ ...entry, ...(await learn()) })
  } catch (error) {
    const { action, attemptId } = entry
    logger.error(
      { error, action, attemptId },
      'The end of what the audit log has begun could not be written'
    )
  }
}

/**
 * Does something that changes something, and writes it down: before it is done, so that nothing can be committed that
 * the log has not heard of, wherever the process dies; and how it ended. What can't be written down is not done.
 *
 * @param learn what is known only then
 */
export async function audited<Result>(
  deed: Deed,
  work: () => PromiseLike<Result> | Result,
  learn?: (result: Result) => Promise<Learned> | Learned
): Promise<Result> {
  const attemptId = await writeEntry(deed)
  let result: Result
  try {
    result = await work()
  } catch (error) {
    await finish({ ...deed, attemptId, ...outcomeOf(error) })
    throw error
  }
  await finish(
    { ...deed, attemptId, outcome: 'DONE' },
    learn && (() => learn(result))
  )
  return result
}
