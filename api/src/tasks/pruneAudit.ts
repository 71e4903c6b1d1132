import type { Task } from 'graphile-worker'

import { forgetEntries } from 'src/lib/audit/forgetEntries'
import { config } from 'src/lib/config/config'

/** Once a day, where AUDIT_DAYS says so: forgets old entries of the audit log. */
export const pruneAudit: Task = async () => {
  if (config.auditDays) {
    await forgetEntries(config.auditDays)
  }
}
