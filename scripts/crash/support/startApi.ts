import type { TestContext } from 'node:test'

import { freePort } from '../../bench/servers/freePort'
import { type Server, startServer } from '../../bench/servers/server'

/** The production server, which ends with the test. */
export async function startApi(
  t: TestContext,
  log: string,
  env: NodeJS.ProcessEnv,
  port?: number
): Promise<Server> {
  const server = await startServer('ours', port ?? (await freePort()), {
    env,
    log: `crash-${log}`,
  })
  t.after(() => server.kill())
  return server
}
