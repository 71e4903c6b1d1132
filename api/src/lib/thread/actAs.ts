import type { Actor } from 'src/lib/auth'
import type { Transaction } from 'src/lib/database/sql'

/** In whose name triggers write what happens in this transaction (`write_entry`); without, it happens by itself. */
export const actAs = (tx: Transaction, { userId, name }: Actor) =>
  tx.$executeRaw`
    SELECT set_config('heliograph.actor', ${userId ?? ''}, true), set_config('heliograph.actor_name', ${name ?? ''}, true)`
