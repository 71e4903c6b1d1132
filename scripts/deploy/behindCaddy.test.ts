import assert from 'node:assert/strict'
import { on } from 'node:events'
import { test, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

import { createApiKey, prove } from '../bench/database'
import { startRedis } from '../bench/fleet/startRedis'
import { AUTH_TOKEN, messageId, messageSid } from '../bench/load/callbacks'
import { freePort } from '../bench/servers/freePort'
import { type Server, startServer } from '../bench/servers/server'
import { prepareDatabase } from '../crash/support/database'
import { until } from '../faults/until'
import { signedForm } from '../simulator/webhooks/signedForm'

import { hasCaddy, startCaddy } from './support/caddy'
import { connect } from './support/http2'
import { PAGE, projectWithPage } from './support/pages'

/** The Caddyfile's. */
const HEALTH_INTERVAL_MS = 1_000

const FUNCTIONS = '/.redwood/functions'

/** A callback that Twilio signed for the public address. */
const callback = (origin: string, message: number) => {
  const path = `${FUNCTIONS}/twilioCallback?message=${messageId(message)}`
  const sid = messageSid(message)
  const params = {
    MessageSid: sid,
    MessageStatus: 'delivered',
    To: '+14155550100',
    From: '+15005550006',
  }
  const { headers, body } = signedForm(
    origin + path,
    params,
    AUTH_TOKEN,
    `${sid}-delivered`
  )
  return [path, { method: 'POST', headers, body }] as const
}

const SUBSCRIPTION = 'subscription { messageStatusChanged { id status } }'

const asked = (key: string, query: string, accept: string) => ({
  method: 'POST',
  headers: {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    accept,
  },
  body: JSON.stringify({ query }),
})

const startApis = async (t: TestContext, origin: string, url: string) => {
  const redis = await startRedis()
  t.after(() => redis.stop())
  const apis: (Server & { web: string })[] = []
  t.after(() => Promise.all(apis.map((api) => api.kill())))
  for (const name of ['behind-caddy-1', 'behind-caddy-2']) {
    const [port, webPort] = [await freePort(), await freePort()]
    const env = {
      DATABASE_URL: url,
      REDIS_URL: redis.url,
      WORKER: 'external',
      API_BASE_URL: origin,
      RWJS_CWD: projectWithPage(t),
      SERVE_WEB: '1',
      WEB_PORT: `${webPort}`,
    }
    const server = await startServer('ours', port, { env, log: name })
    apis.push({ ...server, web: `localhost:${webPort}` })
  }
  return apis
}

const isReady = (web: string) => async () =>
  fetch(`http://${web}${FUNCTIONS}/health?live`).then(
    ({ ok }) => ok,
    () => false
  )

test(
  'two APIs behind Caddy are one, over HTTP/2: pages, GraphQL, streams and callbacks, and while one of them dies',
  { skip: !hasCaddy && 'there is no caddy' },
  async (t) => {
    const { url, client } = await prepareDatabase(t, 20)
    const key = await createApiKey(client)
    // The public address: signatures are made for it, and Caddy is somewhere else.
    const origin = 'https://inbox.example.com'
    const [first, second] = await startApis(t, origin, url)
    // Before Caddy looks: whom it finds away at first, it asks again a second later.
    for (const { web } of [first, second]) {
      await until(`${web} answers`, isReady(web))
    }
    const caddy = await startCaddy(t, [first.web, second.web])
    const { ask, open } = await connect(t, caddy)

    const page = await ask('/')
    assert.deepEqual([page.status, page.body], [200, PAGE])
    assert.match(`${page.headers['content-security-policy']}`, /script-src/)
    assert.match(`${page.headers['strict-transport-security']}`, /max-age/)

    const graphql = await ask(
      `${FUNCTIONS}/graphql`,
      asked(
        key,
        `{ message(id: "${messageId(0)}") { status } }`,
        'application/json'
      )
    )
    assert.deepEqual(JSON.parse(graphql.body).data, {
      message: { status: 'QUEUED' },
    })

    const { stream, headers } = await open(
      `${FUNCTIONS}/graphql/stream`,
      asked(key, SUBSCRIPTION, 'text/event-stream')
    )
    // Yoga's own word, for proxies.
    assert.equal(headers['content-encoding'], 'none')
    const heard = on(stream.setEncoding('utf8'), 'data')
    const brought = await ask(...callback(origin, 1))
    assert.equal(brought.status, 204, 'the signature is still right')
    // The stream goes on, so what comes of it was not held back until its end.
    let text = ''
    for await (const [piece] of heard) {
      text += piece
      if (text.includes(messageId(1))) {
        break
      }
    }
    assert.match(text, /"status":"DELIVERED"/)

    const forged = callback('https://elsewhere.example.com', 2)
    assert.equal((await ask(...forged)).status, 403)

    await first.kill()
    // What was on its way to the one that died, or came before Caddy knew, nobody but its sender may repeat: as Twilio
    // does, which our callbacks' addresses ask for (#rp=all).
    const bring = async (message: number): Promise<number[]> => {
      const { status } = await ask(...callback(origin, message))
      if (status === 502) {
        await pause(100)
        return [status, ...(await bring(message))]
      }
      return [status]
    }
    for (const statuses of await Promise.all([3, 4, 5, 6, 7, 8].map(bring))) {
      assert.equal(statuses.at(-1), 204)
    }
    // Since Caddy has looked again, the other one is asked, at once (an old Caddy, see the Caddyfile; a new one always).
    await pause(2 * HEALTH_INTERVAL_MS)
    for (const message of [9, 10, 11, 12]) {
      assert.deepEqual(await bring(message), [204])
    }
    assert.deepEqual(await prove(client), { events: 11, wrong: 0 })
  }
)
