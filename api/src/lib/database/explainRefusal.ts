import { Prisma } from '@prisma/client'

import { badUserInput, NotFoundError } from 'src/lib/errors'

/** Prisma's code of what the database refused; null for any other error. */
export const prismaCode = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null

/**
 * What the database's refusal of a change means to who asked for it.
 *
 * @param what is changed
 * @param taken says that something of it must be unique, and is another's (P2002)
 */
export const explainRefusal =
  (what: string, taken: string) =>
  (error: unknown): unknown => {
    switch (prismaCode(error)) {
      case 'P2002':
        return badUserInput(taken)
      // There is no such row.
      case 'P2025':
        return new NotFoundError(what)
      default:
        return error
    }
  }
