import { entriesWritten } from 'src/lib/audit/writeBehind'
import { ensureChannels } from 'src/lib/channels/ensureChannels'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { createApiServer } from 'src/lib/http/apiServer'
import { closeServer, drain } from 'src/lib/http/closeServer'
import { listenHost } from 'src/lib/http/listenHost'
import { createWebServer } from 'src/lib/http/webServer'
import { tellOfBrokenConnections } from 'src/lib/live/missed'
import { watchProcesses } from 'src/lib/live/watchProcesses'
import { logger } from 'src/lib/logger'
import { finishAttempts } from 'src/lib/outbound/underway'
import { stopOnSignal } from 'src/lib/stopOnSignal'
import { startTracing } from 'src/lib/tracing/startTracing'
import { keepTally } from 'src/lib/webhookHealth/writeTally'
import { startWorker } from 'src/worker'

async function main() {
  const stopTracing = startTracing()
  tellOfBrokenConnections()
  const { known, leave } = await watchProcesses()
  await ensureChannels()
  const api = await createApiServer()
  const web = process.env.SERVE_WEB ? await createWebServer(api) : undefined
  await known
  const stopWorker = config.worker === 'inline' ? [await startWorker()] : []
  const stopTally = keepTally()

  const servers = web ? [web, api] : [api]
  const stopServers = servers.map((server) => () => closeServer(server))
  // Before anybody can see that it is ready, and ask it to stop.
  stopOnSignal(
    [drain],
    [...stopServers, ...stopWorker, finishAttempts],
    // What the last requests began.
    [finishAttempts, stopTally],
    [entriesWritten],
    [leave],
    [() => db.$disconnect(), stopTracing]
  )
  const host = listenHost()
  await api.listen({ port: config.apiPort, host })
  await web?.listen({ port: config.webPort, host })
}

main().catch((error) => {
  logger.fatal({ error }, 'The server did not start')
  process.exit(1)
})
