import type { FastifyPluginAsync } from 'fastify'

import { analyticsRoutes } from './analyticsRoutes'
import { auditRoutes } from './auditRoutes'
import { consentRoutes } from './consentRoutes'
import { mediaRoutes } from './mediaRoutes'
import { privacyRoutes } from './privacyRoutes'
import { webhookRoutes } from './webhookRoutes'

/** What answers past Redwood's adapter for functions. `graphql/rights.test.ts` asks each of it as everybody. */
export const ROUTES: readonly FastifyPluginAsync[] = [
  webhookRoutes,
  mediaRoutes,
  analyticsRoutes,
  consentRoutes,
  auditRoutes,
  privacyRoutes,
]
