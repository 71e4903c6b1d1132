import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { test, type TestContext } from 'node:test'

import { createSimulator } from './createSimulator'

/** The simulator as a process of its own, and the first line that it prints. */
async function startProcess(t: TestContext, env: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(__dirname, 'simulator.ts')],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] }
  )
  t.after(() => child.kill('SIGKILL'))
  const exited = once(child, 'exit')
  return { child, exited, line: await firstLine(child) }
}

const firstLine = ({ stdout, stderr }: ChildProcess) =>
  Promise.race(
    [stdout, stderr].map(
      (stream) =>
        new Promise<string>((resolve) => {
          if (stream) createInterface(stream).once('line', resolve)
        })
    )
  )

/** A port that was free a moment ago. */
async function freePort(): Promise<string> {
  const simulator = createSimulator()
  const { port } = new URL(await simulator.listen())
  await simulator.close()
  return port
}

test('the process takes its account, port and webhook from the environment', async (t) => {
  const port = await freePort()
  const { child, exited, line } = await startProcess(t, {
    SIMULATOR_PORT: port,
    API_BASE_URL: 'http://localhost:1234/',
    TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'other',
    TWILIO_PHONE_NUMBER: '+14155550199',
  })
  assert.equal(
    line,
    `Twilio simulator: http://localhost:${port} (handset and log)`
  )
  // Reached by the name and by both addresses that it may stand for.
  const origins = ['localhost', '127.0.0.1'].map((host) => `${host}:${port}`)
  for (const origin of origins) {
    const response = await fetch(`http://${origin}/control/state`)
    const text = await response.text()
    const { account, settings } = JSON.parse(text)
    assert.equal(account.accountSid, `AC${'1'.repeat(32)}`)
    assert.equal(account.phoneNumber, '+14155550199')
    assert.equal(
      settings.inboundUrl,
      'http://localhost:1234/.redwood/functions/twilioMessage'
    )
    assert.ok(!text.includes('other'), 'the token is nobody’s business')
  }
  child.kill('SIGTERM')
  assert.deepEqual(await exited, [0, null])
})

test('a port that is taken is said in one line', async (t) => {
  const simulator = createSimulator()
  const { port } = new URL(await simulator.listen())
  t.after(() => simulator.close())
  const { exited, line } = await startProcess(t, { SIMULATOR_PORT: port })
  assert.match(line, new RegExp(`port ${port} is taken\\. Set SIMULATOR_PORT`))
  assert.deepEqual(await exited, [1, null])
})

test('no SID comes twice, however often the simulator is started', async () => {
  const sids = new Set<string>()
  for (let start = 0; start < 3; start++) {
    const { control } = createSimulator({ settings: { inboundUrl: '' } })
    for (let index = 0; index < 100; index++) {
      sids.add((await control.receive({ from: '+14155550100' })).sid)
    }
  }
  assert.equal(sids.size, 300)
})

test('a closed simulator leaves nothing behind', async () => {
  const simulator = createSimulator()
  const url = await simulator.listen()
  await simulator.close()
  await assert.rejects(fetch(url))
  const next = createSimulator()
  assert.equal(await next.listen(Number(new URL(url).port)), url)
  await next.close()
})
