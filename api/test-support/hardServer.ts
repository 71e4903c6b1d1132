import { connect } from 'node:net'

import fastify, {
  type FastifyInstance,
  type FastifyServerOptions,
} from 'fastify'

import { SLOW_CLIENTS } from 'src/lib/http/slowClients'
import { registry } from 'src/lib/metrics/registry'

/** How often something was refused, for a reason that `refused_total` has. */
export async function refusals(why: string) {
  const metric = registry.getSingleMetric('heliograph_refused_total')
  const { values } = await (metric as NonNullable<typeof metric>).get()
  return values.find(({ labels }) => labels.why === why)?.value ?? 0
}

const servers: FastifyInstance[] = []

// Also where a test has failed: one that is left open would keep Jest from ending.
afterAll(() => Promise.all(servers.map((server) => server.close())))

/** A server that is as patient as ours, takes any body, answers all methods of `/`, and has besides what `prepare` adds. */
export async function startServer(
  prepare: (server: FastifyInstance) => unknown,
  {
    frameworkErrors,
    ...patience
  }: Pick<FastifyServerOptions, 'frameworkErrors'> &
    Record<string, unknown> = {}
) {
  const http: object = { ...SLOW_CLIENTS, ...patience }
  const server = fastify({
    http,
    requestTimeout: SLOW_CLIENTS.requestTimeout,
    frameworkErrors,
  })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_request, _body, done) => done(null))
  await prepare(server)
  server.all('/', async () => 'fine')
  servers.push(server)
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  return { server, origin, port: Number(new URL(origin).port) }
}

/** What is answered to who sends that much, and then waits. */
export const say = (port: number, text: string) =>
  new Promise<string>((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (data) => (answer += data))
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
  })
