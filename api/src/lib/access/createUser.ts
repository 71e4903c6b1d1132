import { randomBytes } from 'node:crypto'

import type { Role } from '@prisma/client'

import { hashPassword } from '@redwoodjs/auth-dbauth-api'

import { prismaCode } from 'src/lib/database/explainRefusal'
import { db } from 'src/lib/db'

/** What can't become a user, in words for the administrator. */
export class UserError extends Error {}

const SHORTEST_PASSWORD = 8
const EMAIL = /^[^\s@]+@[^\s@]+$/

interface NewUser {
  email: string
  role: Role
  name?: string
  password?: string
}

/**
 * Makes a user.
 *
 * @returns the password: the given one, or one that was made
 * @throws {UserError}
 */
export async function createUser({ email, role, name, password }: NewUser) {
  const address = email.trim().toLowerCase()
  if (!EMAIL.test(address)) {
    throw new UserError(`"${email}" is not an e-mail address.`)
  }
  if (password !== undefined && password.length < SHORTEST_PASSWORD) {
    throw new UserError(
      `A password has at least ${SHORTEST_PASSWORD} characters.`
    )
  }
  const chosen = password ?? randomBytes(15).toString('base64url')
  const [hashedPassword, salt] = hashPassword(chosen)
  try {
    await db.user.create({
      data: { email: address, role, name, hashedPassword, salt },
    })
  } catch (error) {
    const taken = prismaCode(error) === 'P2002'
    throw taken ? new UserError(`${address} is a user already.`) : error
  }
  return chosen
}
