import type { RedwoodRealtimeOptions } from '@redwoodjs/realtime'

import subscriptions from 'src/subscriptions/**/*.{js,ts}'

/**
 * The live streams. Redwood's own pub/sub (`store`) is on the GraphQL context only, out of the reach of webhooks and
 * workers: ours is lib/live, and this one stays unused.
 */
export const realtime: RedwoodRealtimeOptions = {
  subscriptions: { subscriptions, store: 'in-memory' },
}
