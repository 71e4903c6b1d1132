import { createGraphQLHandler } from '@redwoodjs/graphql-server'

import directives from 'src/directives/**/*.{js,ts}'
import sdls from 'src/graphql/**/*.sdl.{js,ts}'
import services from 'src/services/**/*.{js,ts}'

import { decodeSession } from 'src/lib/access/decodeSession'
import { getCurrentUser } from 'src/lib/auth'
import { nameBadInput } from 'src/lib/graphql/nameBadInput'
import { shareSubscriptions } from 'src/lib/graphql/streams/shareSubscriptions'
import { logger } from 'src/lib/logger'
import { realtime } from 'src/lib/realtime'

export const handler = createGraphQLHandler({
  authDecoder: decodeSession,
  getCurrentUser,
  loggerConfig: { logger, options: {} },
  directives,
  sdls,
  services,
  realtime,
  extraPlugins: [nameBadInput, shareSubscriptions],
  armorConfig: {
    maxDepth: { n: 10 },
    // Each level costs half as much again: the inbox's one stream, with calls and participants, is 5,100.
    costLimit: { maxCost: 10_000 },
  },
})
