import { createGraphQLHandler } from '@redwoodjs/graphql-server'

import directives from 'src/directives/**/*.{js,ts}'
import sdls from 'src/graphql/**/*.sdl.{js,ts}'
import services from 'src/services/**/*.{js,ts}'

import { decodeSession } from 'src/lib/access/decodeSession'
import { auditOperations } from 'src/lib/audit/auditOperations'
import { getCurrentUser } from 'src/lib/auth'
import { config } from 'src/lib/config/config'
import { guardIntrospection } from 'src/lib/graphql/guardIntrospection'
import { limitOperations } from 'src/lib/graphql/limitOperations'
import { nameBadInput } from 'src/lib/graphql/nameBadInput'
import { observeOperations } from 'src/lib/graphql/observeOperations'
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
  // By guardIntrospection, who asks is known.
  allowIntrospection: true,
  extraPlugins: [
    nameBadInput,
    observeOperations,
    shareSubscriptions,
    limitOperations,
    auditOperations,
    ...(config.production ? [guardIntrospection] : []),
  ],
  armorConfig: {
    maxDepth: { n: 10 },
    // Each level costs half as much again: the inbox's one stream, with calls and participants, is 5,100.
    costLimit: { maxCost: 10_000 },
  },
})
