import { createAuthDecoder } from '@redwoodjs/auth-dbauth-api'
import { createGraphQLHandler } from '@redwoodjs/graphql-server'

import directives from 'src/directives/**/*.{js,ts}'
import sdls from 'src/graphql/**/*.sdl.{js,ts}'
import services from 'src/services/**/*.{js,ts}'

import { cookieName, getCurrentUser } from 'src/lib/auth'
import { shareSubscriptions } from 'src/lib/graphql/streams/shareSubscriptions'
import { logger } from 'src/lib/logger'
import { realtime } from 'src/lib/realtime'

const decodeSession = createAuthDecoder(cookieName)

/** A cookie that can't be read (made with another secret, tampered with) is nobody's login, and no error of ours. */
const decodeReadable: typeof decodeSession = async (...request) => {
  try {
    return await decodeSession(...request)
  } catch {
    return null
  }
}

export const handler = createGraphQLHandler({
  authDecoder: decodeReadable,
  getCurrentUser,
  loggerConfig: { logger, options: {} },
  directives,
  sdls,
  services,
  realtime,
  extraPlugins: [shareSubscriptions],
  armorConfig: { maxDepth: { n: 10 } },
})
