import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'
import tls from 'node:tls'

import { freePort } from '../../bench/servers/freePort'
import { until } from '../../faults/until'

import { inProject } from './project'

export const hasCaddy = spawnSync('caddy', ['version']).error === undefined

export interface Caddy {
  /** https://localhost:… */
  origin: string
  /** The certificate of Caddy's own authority. */
  authority: Buffer
}

/** Before the file as it is: other ports, and a folder of the test's own. */
const optionsOf = (folder: string, http: number, https: number) => `{
  admin off
  skip_install_trust
  storage file_system ${folder}/storage
  http_port ${http}
  https_port ${https}
}
`

const shakesHands = (port: number, ca: Buffer) =>
  new Promise<boolean>((resolve) => {
    const to = { port, host: 'localhost', servername: 'localhost', ca }
    const socket = tls.connect(to, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** Caddy with our Caddyfile, before these upstreams; it ends with the test. */
export async function startCaddy(
  t: TestContext,
  upstreams: string[]
): Promise<Caddy> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heliograph-caddy-'))
  const [http, https] = [await freePort(), await freePort()]
  const file = path.join(folder, 'Caddyfile')
  const ours = fs.readFileSync(inProject('deploy', 'Caddyfile'), 'utf8')
  fs.writeFileSync(file, optionsOf(folder, http, https) + ours)
  const log = fs.openSync(path.join(folder, 'log'), 'w')
  const child = spawn(
    'caddy',
    ['run', '--config', file, '--adapter', 'caddyfile'],
    {
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        HOME: folder,
        XDG_CONFIG_HOME: folder,
        SITE: 'localhost',
        UPSTREAMS: upstreams.join(' '),
      },
    }
  )
  const ended = once(child, 'exit')
  t.after(async () => {
    child.kill('SIGTERM')
    await ended
    fs.rmSync(folder, { recursive: true })
  })
  const root = path.join(folder, 'storage/pki/authorities/local/root.crt')
  await until('Caddy has its authority', async () => fs.existsSync(root))
  const authority = fs.readFileSync(root)
  await until('Caddy shakes hands', () => shakesHands(https, authority))
  return { origin: `https://localhost:${https}`, authority }
}
