import { createSimulator } from './createSimulator'

const DEFAULT_PORT = 8912

/** The simulator as a process: `npm run simulator`. */
async function main() {
  const port = Number(process.env.SIMULATOR_PORT || DEFAULT_PORT)
  const simulator = createSimulator()
  await simulator.listen(port)
  console.log(`Twilio simulator: ${simulator.url} (handset and log)`)
  console.log(`Inbound webhook:  ${simulator.control.settings().inboundUrl}`)
  const stop = () => simulator.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `The simulator's port ${process.env.SIMULATOR_PORT || DEFAULT_PORT} is taken. Set SIMULATOR_PORT to another.`
      : error
  )
  process.exit(1)
})
