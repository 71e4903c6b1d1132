import { db } from 'src/lib/db'
import { logger } from 'src/lib/logger'
import { finishAttempts } from 'src/lib/outbound/underway'
import { stopOnSignal } from 'src/lib/stopOnSignal'
import { startWorker } from 'src/worker'

/** A worker as a process of its own, for `WORKER=external` on the API. */
async function main() {
  const stopWorker = await startWorker()
  logger.info('The worker looks for jobs')
  stopOnSignal([stopWorker, finishAttempts], [() => db.$disconnect()])
}

main().catch((error) => {
  logger.fatal({ error }, 'The worker did not start')
  process.exit(1)
})
