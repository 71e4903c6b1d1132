import { db } from 'src/lib/db'
import { logger } from 'src/lib/logger'
import { startWorker } from 'src/worker'

/** A worker as a process of its own, for `WORKER=external` on the API. */
async function main() {
  const stopWorker = await startWorker()
  logger.info('The worker looks for jobs')
  const stop = async () => {
    await stopWorker()
    await db.$disconnect()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error) => {
  logger.fatal({ error }, 'The worker did not start')
  process.exit(1)
})
