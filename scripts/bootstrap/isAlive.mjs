// Ends with 0 where the server of this machine answers: the health check of a container.
const port = process.env.WEB_PORT || 8910
const url = `http://localhost:${port}/.redwood/functions/health?live`

const isAlive = await fetch(url, { signal: AbortSignal.timeout(2_500) }).then(
  ({ ok }) => ok,
  () => false
)
process.exit(isAlive ? 0 : 1)
