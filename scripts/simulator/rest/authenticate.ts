import { timingSafeEqual } from 'node:crypto'

import type { SimulatedAccount } from '../account/account'

import { unauthorized } from './twilioError'

/** Basic auth by the account's SID and token, or by one of its API keys. Throws 20003. */
export function authenticate(
  account: SimulatedAccount,
  authorization: string | undefined,
  accountSid?: string
) {
  const [, encoded = ''] = /^Basic (.+)$/i.exec(authorization ?? '') ?? []
  const [user, password] = split(Buffer.from(encoded, 'base64').toString())
  const secret =
    user === account.accountSid ? account.authToken : account.apiKeys[user]
  const right = secret !== undefined && same(secret, password)
  if (!right || (accountSid && accountSid !== account.accountSid)) {
    throw unauthorized()
  }
}

function split(credentials: string): [string, string] {
  const colon = credentials.indexOf(':')
  return [credentials.slice(0, colon), credentials.slice(colon + 1)]
}

const same = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
