import assert from 'node:assert/strict'
import http from 'node:http'
import { test, type TestContext } from 'node:test'

import { CUSTOMER, startNetwork } from '../testing/startNetwork'

async function startControl(t: TestContext) {
  const network = await startNetwork(t)
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${network.simulator.url}/control${path}`, {
      method,
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : undefined,
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : null }
  }
  return { ...network, call }
}

test('a customer writes, and the answer comes when the webhook was', async (t) => {
  const { call, receiver } = await startControl(t)
  const { status, body } = await call('POST', '/inbound', {
    from: CUSTOMER,
    body: 'Hello',
  })
  assert.equal(status, 201)
  assert.equal(body.body, 'Hello')
  assert.equal(receiver.received[0].params.MessageSid, body.sid)

  const { body: messages } = await call(
    'GET',
    `/messages?address=${encodeURIComponent(CUSTOMER)}`
  )
  assert.deepEqual(
    messages.map(({ sid }: { sid: string }) => sid),
    [body.sid]
  )
})

test('a test waits for events instead of sleeping', async (t) => {
  const { call, send } = await startControl(t)
  const waiting = call(
    'GET',
    '/wait?type=callback&messageStatus=delivered&ok=true&count=2'
  )
  await send()
  await send()
  const { status, body } = await waiting
  assert.equal(status, 200)
  assert.equal(body.length, 2)
  assert.equal((await call('GET', '/idle')).status, 200)

  const { body: events } = await call('GET', '/events?type=accepted,callback')
  assert.deepEqual(
    [...new Set(events.map(({ type }: { type: string }) => type))].sort(),
    ['accepted', 'callback']
  )
  const { lastSeq } = (await call('GET', '/state')).body
  const later = await call(
    'GET',
    `/wait?type=callback&since=${lastSeq}&timeout=50`
  )
  assert.equal(later.status, 408)
  assert.match(later.body.message, /Saw 0 of 1/)
})

test('waiting for quiet ends in time', async (t) => {
  const { call, send } = await startControl(t)
  await call('POST', '/settings', { delays: { sent: 60_000 } })
  await send()
  const { status, body } = await call('GET', '/idle?timeout=50')
  assert.equal(status, 408)
  assert.match(body.message, /under way/)
})

test('faults are added, listed and removed', async (t) => {
  const { call, send } = await startControl(t)
  const added = await call('POST', '/faults', {
    kind: 'answer',
    status: 429,
    match: { to: CUSTOMER },
  })
  assert.equal(added.status, 201)
  await assert.rejects(send(), { code: 20429 })
  const { body: faults } = await call('GET', '/faults')
  assert.equal(faults[0].struck, 1)
  assert.equal((await call('DELETE', `/faults/${added.body.id}`)).status, 204)
  assert.equal((await call('DELETE', `/faults/${added.body.id}`)).status, 404)
  await send()
  const to = encodeURIComponent(CUSTOMER)
  assert.equal((await call('GET', `/accepted?to=${to}`)).body.count, 1)
  assert.equal((await call('POST', '/faults', { kind: 'x' })).status, 400)
  assert.equal((await call('DELETE', '/faults')).status, 204)
})

test('outcomes, settings and reset', async (t) => {
  const { call, control, send } = await startControl(t)
  await call('POST', '/outcomes', {
    steps: [{ status: 'failed', errorCode: 30008 }],
  })
  await send()
  await control.waitFor({ type: 'status', messageStatus: 'failed' })
  assert.equal((await call('POST', '/outcomes', { steps: [] })).status, 400)
  assert.equal((await call('POST', '/settings', { speed: 1 })).status, 400)
  assert.equal((await call('POST', '/settings', { delays: 1 })).status, 400)
  assert.equal(
    (await call('POST', '/settings', { retryDelay: -1 })).status,
    400
  )
  const { body } = await call('POST', '/settings', { advancedOptOut: true })
  assert.equal(body.advancedOptOut, true)

  await call('POST', '/reset', { seed: 3 })
  const { body: state } = await call('GET', '/state')
  assert.equal(state.settings.advancedOptOut, false)
  assert.equal(state.underWay, 0)
  assert.equal((await call('GET', '/accepted')).body.count, 0)
  assert.deepEqual(
    (await call('GET', '/events')).body.map(
      ({ type }: { type: string }) => type
    ),
    ['reset']
  )
})

test('a reset ends what is under way', async (t) => {
  const { call, control, receiver, send } = await startControl(t)
  control.changeSettings({ delays: { delivered: 60_000 } })
  await send()
  await control.waitFor({ type: 'callback', messageStatus: 'sent' })
  await call('POST', '/reset', {})
  await control.idle()
  assert.equal(receiver.received.length, 1)
})

test('connections are refused for a while, after the answer', async (t) => {
  const { call, send } = await startControl(t)
  assert.equal((await call('POST', '/refuse', { ms: 300 })).status, 200)
  await assert.rejects(send(), /ECONNREFUSED|ECONNRESET|socket hang up/)
  const again = async (): Promise<number> =>
    call('GET', '/state').then(
      ({ status }) => status,
      () => new Promise<void>((resolve) => setImmediate(resolve)).then(again)
    )
  assert.equal(await again(), 200)
  assert.equal((await call('POST', '/refuse', { ms: 0 })).status, 400)
})

test('events are streamed, those that were missed first', async (t) => {
  const { simulator, send, control } = await startControl(t)
  await send()
  await control.idle()
  const since = control.events({ type: 'accepted' })[0].seq
  const abort = new AbortController()
  t.after(() => abort.abort())
  const stream = await fetch(`${simulator.url}/control/stream`, {
    headers: { 'last-event-id': String(since) },
    signal: abort.signal,
  })
  assert.equal(stream.headers.get('content-type'), 'text/event-stream')
  void send()
  const seen: { seq: number; type: string }[] = []
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    const frames = text.split('\n\n')
    text = frames.pop() ?? ''
    for (const frame of frames) {
      const data = /^data: (.*)$/m.exec(frame)?.[1]
      if (data) seen.push(JSON.parse(data))
    }
    if (seen.some(({ type }) => type === 'accepted')) break
  }
  assert.equal(seen[0].seq, since + 1)
  assert.deepEqual(
    seen.map(({ seq }) => seq),
    seen.map((_, index) => since + 1 + index)
  )
})

test('other names than those of this machine are turned away', async (t) => {
  const { simulator } = await startControl(t)
  const status = (host: string, path: string) =>
    new Promise((resolve, reject) =>
      http
        .get(`${simulator.url}${path}`, { headers: { host } }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
        .on('error', reject)
    )
  assert.equal(await status('evil.test', '/control/state'), 403)
  assert.equal(await status('evil.test', '/page/index.html'), 403)
  assert.equal(await status('localhost:1', '/control/state'), 200)
})

test('a form from elsewhere is not taken for JSON', async (t) => {
  const { simulator } = await startControl(t)
  const response = await fetch(`${simulator.url}/control/reset`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '{}',
  })
  assert.equal(response.status, 415)
})

test('the page and its files are served', async (t) => {
  const { simulator } = await startControl(t)
  const page = await fetch(simulator.url)
  assert.match(page.headers.get('content-type') ?? '', /^text\/html/)
  assert.match(page.headers.get('content-security-policy') ?? '', /'self'/)
  const html = await page.text()
  for (const [, path] of html.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)) {
    assert.equal((await fetch(simulator.url + path)).status, 200, path)
  }
  for (const path of ['/page/none.js', '/page/..%2f..%2fREADME.md']) {
    assert.equal((await fetch(simulator.url + path)).status, 404, path)
  }
})
