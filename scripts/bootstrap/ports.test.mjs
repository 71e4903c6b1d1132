import assert from 'node:assert/strict'
import net from 'node:net'
import { afterEach, test } from 'node:test'

import { PlainError } from './errors.mjs'
import { checkPorts, freePort, whyTaken } from './ports.mjs'

afterEach(() => {
  delete process.env.WEB_PORT
  delete process.env.API_PORT
})

/** Holds a port while `work` runs. */
async function holding(host, work) {
  const server = net.createServer()
  await new Promise((resolve) => server.listen(0, host, resolve))
  try {
    return await work(server.address().port)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

test('a free port is free', async () => {
  assert.equal(await whyTaken(await freePort()), undefined)
})

for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
  test(`a port that is held on ${host} is taken`, () =>
    holding(host, async (port) =>
      assert.equal(await whyTaken(port), 'EADDRINUSE')
    ))
}

test('the message names the port and the variable that changes it', () =>
  holding('127.0.0.1', async (port) => {
    process.env.WEB_PORT = `${port}`
    await assert.rejects(checkPorts(['WEB_PORT']), (error) => {
      assert.ok(error instanceof PlainError)
      assert.match(error.message, new RegExp(`${port}.*WEB_PORT`))
      assert.doesNotMatch(error.message, /\n/)
      return true
    })
  }))

test('two variables with one port are refused', async () => {
  process.env.WEB_PORT = process.env.API_PORT = `${await freePort()}`
  await assert.rejects(
    checkPorts(['WEB_PORT', 'API_PORT']),
    /API_PORT.*WEB_PORT/
  )
})

for (const value of ['http', '0', '70000', '1.5']) {
  test(`${value} is no port`, async () => {
    process.env.WEB_PORT = value
    await assert.rejects(checkPorts(['WEB_PORT']), /WEB_PORT must be a port/)
  })
}
