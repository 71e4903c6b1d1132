import { RedwoodError } from '@redwoodjs/api'
import { UserInputError } from '@redwoodjs/graphql-server'

/** What the client sent can't be used; nothing was done. The message is for the person who typed it. */
export const badUserInput = (message: string) => new UserInputError(message)

/** The thing that the client names doesn't exist. */
export class NotFoundError extends RedwoodError {
  constructor(what: string) {
    super(`This ${what} does not exist.`, { code: 'NOT_FOUND' })
    this.name = 'NotFoundError'
  }
}
