import { db } from 'src/lib/db'
import { tellOfBrokenConnections } from 'src/lib/live/missed'
import { watchProcesses } from 'src/lib/live/watchProcesses'
import { logger } from 'src/lib/logger'
import { finishAttempts } from 'src/lib/outbound/underway'
import { stopOnSignal } from 'src/lib/stopOnSignal'
import { startTracing } from 'src/lib/tracing/startTracing'
import { startWorker } from 'src/worker'

/** A worker as a process of its own, for `WORKER=external` on the API. */
async function main() {
  const stopTracing = startTracing()
  tellOfBrokenConnections()
  const { known, leave } = await watchProcesses()
  await known
  const stopWorker = await startWorker()
  logger.info('The worker looks for jobs')
  stopOnSignal(
    [stopWorker, finishAttempts],
    [leave],
    [() => db.$disconnect(), stopTracing]
  )
}

main().catch((error) => {
  logger.fatal({ error }, 'The worker did not start')
  process.exit(1)
})
