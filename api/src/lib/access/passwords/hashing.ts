import { randomBytes, scrypt, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

import { createBatcher, OverloadedError } from 'src/lib/batching/createBatcher'
import { RateLimitedError } from 'src/lib/errors'

const derive = promisify<string, string, number, ScryptOptions, Buffer>(scrypt)

const BYTES = 32

/**
 * Five rounds of 16 MB, the least that OWASP advises with so much memory; Redwood's own is one.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
const STRENGTH = { cost: 2 ** 14, blockSize: 8, parallelization: 5 }

interface Work {
  password: string
  salt: string
  strength: typeof STRENGTH
}

/**
 * Two at a time, so that passwords that come by the hundred take neither all of the four threads that files and names
 * need too, nor more than 32 MB. More than wait for some seconds are refused.
 */
const hash = createBatcher<Work, string>({
  name: 'hashPasswords',
  handle: ([{ password, salt, strength }]) =>
    derive(password.normalize('NFC'), salt, BYTES, strength).then((bytes) => [
      bytes.toString('hex'),
    ]),
  isOneItemsFault: () => false,
  largest: 1,
  running: 2,
  waiting: 50,
})

const write = async (password: string, salt: string, strength = STRENGTH) => {
  const hashed = await hash({ password, salt, strength }).catch((error) => {
    throw error instanceof OverloadedError ? new RateLimitedError() : error
  })
  const { cost, blockSize, parallelization } = strength
  return [hashed, cost, blockSize, parallelization].join('|')
}

export interface Hashed {
  hashedPassword: string
  salt: string
}

/**
 * In the form of Redwood's dbAuth, by a thread of its own: by `scryptSync` all callbacks would wait for it.
 *
 * @throws RATE_LIMITED (too many wait)
 */
export async function hashPassword(password: string): Promise<Hashed> {
  const salt = randomBytes(BYTES).toString('hex')
  return { hashedPassword: await write(password, salt), salt }
}

/** In UTF-16 units: a sentence; what is longer would only cost time. */
export const LONGEST_PASSWORD = 128

/** What is compared with where there is nobody, so that this takes as long. */
const NOBODY = hashPassword(randomBytes(BYTES).toString('hex'))

/** Whether it is the password. It takes as long for who is not there, or has not set one. */
export async function isPassword(
  password: string,
  user: Hashed | null
): Promise<boolean> {
  const known =
    user?.hashedPassword && password.length <= LONGEST_PASSWORD ? user : null
  const { hashedPassword, salt } = known ?? (await NOBODY)
  const [cost, blockSize, parallelization] = hashedPassword
    .split('|')
    .slice(1)
    .map(Number)
  const strength = { cost, blockSize, parallelization }
  // Both are of a hash: how long the comparison takes tells nothing of a password.
  return (
    (await write(password.slice(0, LONGEST_PASSWORD), salt, strength)) ===
      hashedPassword && known !== null
  )
}
