import { db } from 'src/lib/db'

const KEPT_DAYS = 7

/** Forgets old minutes. */
export const pruneTally = () =>
  db.$executeRaw`
    DELETE FROM "WebhookMinute" WHERE minute < now() - make_interval(days => ${KEPT_DAYS})`
