import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import { freePort } from '../bench/servers/freePort'

import { hasCaddy, startCaddy } from './support/caddy'
import { connect } from './support/http2'
import { startUpstream } from './support/upstream'

describe('the Caddyfile', { skip: !hasCaddy && 'there is no caddy' }, () => {
  test('repeats no POST that was sent, and every GET', async (t) => {
    const breaking = await startUpstream(t, (request) => {
      request.resume()
      request.on('end', () => request.socket.destroy())
    })
    const caddy = await startCaddy(t, [breaking.address])
    const { ask } = await connect(t, caddy)
    const { status } = await ask('/send', { method: 'POST', body: 'once' })
    assert.equal(status, 502)
    assert.deepEqual(breaking.heard, ['POST /send'])

    await ask('/read')
    assert.ok(breaking.heard.filter((one) => one === 'GET /read').length > 1)
  })

  test('asks the other one where nobody listens, with the body, whatever the method', async (t) => {
    const good = await startUpstream(t, (request, response) => {
      request.pipe(response)
    })
    const nobody = `localhost:${await freePort()}`
    const caddy = await startCaddy(t, [nobody, good.address])
    const { ask } = await connect(t, caddy)
    for (const body of ['one', 'two', 'three', 'four']) {
      const answer = await ask('/send', { method: 'POST', body })
      assert.deepEqual([answer.status, answer.body], [200, body])
    }
    assert.equal(good.heard.length, 4)
  })

  test('says who asks, and passes on nobody else’s word for it', async (t) => {
    const echo = await startUpstream(t, ({ headers }, response) => {
      response.end(JSON.stringify(headers))
    })
    const caddy = await startCaddy(t, [echo.address])
    const { ask } = await connect(t, caddy)
    const { body } = await ask('/', {
      headers: { 'x-forwarded-for': '203.0.113.7' },
    })
    const seen = JSON.parse(body)
    assert.match(seen['x-forwarded-for'], /^(127\.0\.0\.1|::1)$/)
    assert.equal(seen['x-forwarded-proto'], 'https')
    assert.equal(seen.host, new URL(caddy.origin).host)
  })
})
