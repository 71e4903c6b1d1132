import { createAuthDecoder } from '@redwoodjs/auth-dbauth-api'

import { cookieName } from 'src/lib/auth'

const decode = createAuthDecoder(cookieName)

/** A cookie that can't be read (made with another secret, tampered with) is nobody's login, and no error of ours. */
export const decodeSession: typeof decode = async (...request) => {
  try {
    return await decode(...request)
  } catch {
    return null
  }
}
