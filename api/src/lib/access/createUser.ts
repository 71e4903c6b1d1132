import { randomBytes } from 'node:crypto'

import type { Role } from '@prisma/client'

import { prismaCode } from 'src/lib/database/explainRefusal'
import { isStorable } from 'src/lib/database/isStorable'
import { db } from 'src/lib/db'
import { badUserInput } from 'src/lib/errors'

import { explainPassword } from './passwords/explainPassword'
import { hashPassword } from './passwords/hashing'

const EMAIL = /^[^\s@]+@[^\s@]+$/

/**
 * An address as it is kept.
 *
 * @throws BAD_USER_INPUT
 */
export function readEmail(written: string) {
  const address = written.trim().toLowerCase()
  if (!EMAIL.test(address) || address.length > 254 || !isStorable(address)) {
    throw badUserInput(`"${written}" is not an e-mail address.`)
  }
  return address
}

/** @throws BAD_USER_INPUT */
export const refuseWeak = (...asked: Parameters<typeof explainPassword>) => {
  const problem = explainPassword(...asked)
  if (problem) {
    throw badUserInput(problem)
  }
}

interface NewUser {
  email: string
  role: Role
  name?: string
  password?: string
  /** Nobody logs in until a link has set the password. */
  isInvited?: boolean
}

/**
 * Makes a user.
 *
 * @returns the password: the given one, or one that was made
 * @throws BAD_USER_INPUT
 */
export async function createUser({
  email,
  role,
  name,
  password,
  isInvited,
}: NewUser) {
  const address = readEmail(email)
  if (password !== undefined) {
    refuseWeak(password, [address, name])
  }
  const chosen = password ?? randomBytes(15).toString('base64url')
  const hashed = isInvited
    ? { hashedPassword: '', salt: '' }
    : await hashPassword(chosen)
  try {
    await db.user.create({
      data: { email: address, role, name, ...hashed },
    })
  } catch (error) {
    const taken = prismaCode(error) === 'P2002'
    throw taken ? badUserInput(`${address} is a user already.`) : error
  }
  return chosen
}
