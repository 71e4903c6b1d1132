import { AsyncLocalStorage } from 'node:async_hooks'

/** What each line of a request, a webhook or a job says besides its own. */
export interface LogFields {
  requestId?: string
  /** A job, and what it does. */
  job?: string
  task?: string
  messageId?: string
  sid?: string
}

const storage = new AsyncLocalStorage<LogFields>()

/** Does something whose lines in the log all carry these fields, also after it has waited. */
export const withLogFields = <Result>(
  fields: LogFields,
  work: () => Result
): Result => storage.run({ ...storage.getStore(), ...fields }, work)

/** A copy: the logger writes the fields of the line into it. */
export const logFields = (): LogFields => ({ ...storage.getStore() })
