import { RedwoodError } from '@redwoodjs/api'
import { UserInputError } from '@redwoodjs/graphql-server'

/** What the client sent can't be used; nothing was done. The message is for the person who typed it. */
export const badUserInput = (message: string) => new UserInputError(message)

/** The contact wants no messages from this address: nothing was sent. */
export class OptedOutError extends RedwoodError {
  constructor() {
    super('This contact has opted out: Twilio lets nobody write to it.', {
      code: 'OPTED_OUT',
    })
    this.name = 'OptedOutError'
  }
}

/** What Twilio answered instead of doing what it was asked to; anything else stays what it was. */
export function twilioError(error: unknown, message: string) {
  const { status, code } = error as { status?: number; code?: number }
  return status
    ? new RedwoodError(message, { code: 'TWILIO_ERROR', twilioCode: code })
    : error
}

/** Twilio broke, or did not answer: what it was asked to do is perhaps done, perhaps not. */
export const unknownOutcome = (message: string) =>
  new RedwoodError(message, { code: 'TWILIO_ERROR' })

/** More is asked of us at once than we take: nothing was done, and it may be asked again. */
export class RateLimitedError extends RedwoodError {
  constructor() {
    super('Too much is being sent at this moment. Try again.', {
      code: 'RATE_LIMITED',
    })
    this.name = 'RateLimitedError'
  }
}

/** The thing that the client names doesn't exist. */
export class NotFoundError extends RedwoodError {
  constructor(what: string) {
    super(`This ${what} does not exist.`, { code: 'NOT_FOUND' })
    this.name = 'NotFoundError'
  }
}

/** Somebody else changed the same thing at the same time: nothing was done. */
export class ConflictError extends RedwoodError {
  constructor(message: string) {
    super(message, { code: 'CONFLICT' })
    this.name = 'ConflictError'
  }
}
