import { randomBytes, scrypt, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, string, number, ScryptOptions, Buffer>(scrypt)

const BYTES = 32

/**
 * Five rounds of 16 MB, the least that OWASP advises with so much memory; Redwood's own is one.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
const STRENGTH = { cost: 2 ** 14, blockSize: 8, parallelization: 5 }

const write = async (password: string, salt: string, strength = STRENGTH) => {
  const hash = await derive(password.normalize('NFC'), salt, BYTES, strength)
  const { cost, blockSize, parallelization } = strength
  return [hash.toString('hex'), cost, blockSize, parallelization].join('|')
}

export interface Hashed {
  hashedPassword: string
  salt: string
}

/** In the form of Redwood's dbAuth, by a thread of its own: by `scryptSync` all callbacks would wait for it. */
export async function hashPassword(password: string): Promise<Hashed> {
  const salt = randomBytes(BYTES).toString('hex')
  return { hashedPassword: await write(password, salt), salt }
}

/** What is compared with where there is nobody, so that this takes as long. */
const NOBODY = hashPassword(randomBytes(BYTES).toString('hex'))

/** Whether it is the password. It takes as long for who is not there, or has not set one. */
export async function isPassword(
  password: string,
  user: Hashed | null
): Promise<boolean> {
  const known = user?.hashedPassword ? user : null
  const { hashedPassword, salt } = known ?? (await NOBODY)
  const [cost, blockSize, parallelization] = hashedPassword
    .split('|')
    .slice(1)
    .map(Number)
  const strength = { cost, blockSize, parallelization }
  // Both are of a hash: how long the comparison takes tells nothing of a password.
  return (
    (await write(password, salt, strength)) === hashedPassword && known !== null
  )
}
