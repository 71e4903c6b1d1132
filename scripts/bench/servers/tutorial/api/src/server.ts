import { createServer } from '@redwoodjs/api-server'

async function main() {
  const server = await createServer({
    apiRootPath: '/.redwood/functions',
    fastifyServerOptions: { disableRequestLogging: true },
  })
  await server.start()
}

main()
