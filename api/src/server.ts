import { ensureChannels } from 'src/lib/channels/ensureChannels'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { createApiServer } from 'src/lib/http/apiServer'
import { closeServer } from 'src/lib/http/closeServer'
import { listenHost } from 'src/lib/http/listenHost'
import { createWebServer } from 'src/lib/http/webServer'
import { logger } from 'src/lib/logger'
import { finishAttempts } from 'src/lib/outbound/underway'
import { stopOnSignal } from 'src/lib/stopOnSignal'
import { keepTally } from 'src/lib/webhookHealth/writeTally'
import { startWorker } from 'src/worker'

async function main() {
  await ensureChannels()
  const host = listenHost()
  const api = await createApiServer()
  await api.listen({ port: config.apiPort, host })
  const web = process.env.SERVE_WEB ? await createWebServer(api) : undefined
  await web?.listen({ port: config.webPort, host })
  const stopWorker = config.worker === 'inline' ? [await startWorker()] : []
  const stopTally = keepTally()

  const servers = web ? [web, api] : [api]
  const stopServers = servers.map((server) => () => closeServer(server))
  stopOnSignal(
    [...stopServers, ...stopWorker, finishAttempts],
    // What the last requests began.
    [finishAttempts, stopTally],
    [() => db.$disconnect()]
  )
}

main().catch((error) => {
  logger.fatal({ error }, 'The server did not start')
  process.exit(1)
})
