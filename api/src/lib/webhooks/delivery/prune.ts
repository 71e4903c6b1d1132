import { db } from 'src/lib/db'

const KEPT_DAYS = 30

/** Forgets old events with their deliveries, all of which were delivered or given up long ago. */
export const pruneWebhooks = () =>
  db.$executeRaw`DELETE FROM "WebhookEvent" WHERE at < now() - make_interval(days => ${KEPT_DAYS})`
