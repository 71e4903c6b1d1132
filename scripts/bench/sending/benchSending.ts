import type { Client } from 'pg'

import { AUTH_TOKEN } from '../load/callbacks'
import { freePort } from '../servers/freePort'
import { startServer } from '../servers/server'
import { startSimulator } from '../servers/simulator'

import { startClientLoop } from './clientLoop'
import { measureSending, type Sending } from './measureSending'
import { SENDER } from './sends'

/** Our server, a simulator that calls it back, and the loop beside it: three processes, and the database. */
export async function benchSending(
  client: Client,
  options: { rounds: number; connections: number }
): Promise<Sending> {
  const [port, simulatorPort] = [await freePort(), await freePort()]
  const env = {
    API_BASE_URL: `http://127.0.0.1:${port}`,
    TWILIO_API_BASE_URL: `http://localhost:${simulatorPort}`,
    TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000bec400',
    TWILIO_AUTH_TOKEN: AUTH_TOKEN,
    TWILIO_PHONE_NUMBER: SENDER,
  }
  const simulator = await startSimulator(simulatorPort, env)
  const server = await startServer('ours', port, { env, log: 'sending' })
  const loop = startClientLoop(env)
  try {
    return await measureSending(server, loop, simulator, client, options)
  } finally {
    loop.stop()
    await server.stop()
    await simulator.stop()
  }
}
