import assert from 'node:assert/strict'
import { test } from 'node:test'

import { CUSTOMER, startNetwork } from '../testing/startNetwork'

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test("an inbound picture needs credentials, and is behind a redirect that doesn't", async (t) => {
  const { simulator, control, client, receiver } = await startNetwork(t)
  const { sid } = await control.receive({
    from: CUSTOMER,
    media: [{ contentType: 'image/png', content: PIXEL }],
  })
  assert.match(sid, /^MM/)
  const { MediaUrl0, ...params } = receiver.received[0].params
  assert.equal(params.NumMedia, '1')
  assert.equal(params.Body, '')
  assert.equal(params.MediaContentType0, 'image/png')
  assert.ok(receiver.received[0].signed)

  assert.equal((await fetch(MediaUrl0)).status, 401)
  const { accountSid, authToken } = simulator.account
  const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`
  const redirect = await fetch(MediaUrl0, {
    headers: { authorization },
    redirect: 'manual',
  })
  assert.equal(redirect.status, 307)
  const location = redirect.headers.get('location') ?? ''
  assert.match(location, /\?Expires=\d+&Signature=[\w-]+&Key-Pair-Id=/)
  const file = await fetch(location)
  assert.equal(file.headers.get('content-type'), 'image/png')
  assert.equal(Buffer.from(await file.arrayBuffer()).toString('base64'), PIXEL)
  assert.equal(
    (await fetch(location.replace(/Expires=\d/, 'Expires=9'))).status,
    403
  )

  const [media] = await client.messages(sid).media.list()
  assert.equal(media.contentType, 'image/png')
  assert.equal(media.parentSid, sid)
  assert.equal(
    (await client.messages(sid).media(media.sid).fetch()).sid,
    media.sid
  )
  await client.messages(sid).media(media.sid).remove()
  assert.equal(
    (await fetch(MediaUrl0, { headers: { authorization } })).status,
    404
  )
})

test('an outbound picture is fetched before the message is sent', async (t) => {
  const { control, client, receiver, send } = await startNetwork(t)
  receiver.answers.push({
    status: 200,
    contentType: 'image/png',
    body: 'picture',
  })
  const { sid, numMedia } = await send({ mediaUrl: [receiver.url('/a.png')] })
  assert.equal(numMedia, '1')
  await control.idle()
  assert.equal(receiver.received[0].path, '/a.png')
  assert.equal((await client.messages(sid).fetch()).status, 'delivered')
  const [message] = control.messages()
  assert.equal(message.media[0].content.toString(), 'picture')
})

test('a message fails when its picture cannot be had', async (t) => {
  const { simulator, control, receiver, send } = await startNetwork(t)
  const failure = async (to: string, from: string) => {
    receiver.answers.push({ status: 404 })
    await send({ to, from, mediaUrl: [receiver.url('/a.png')] })
    await control.idle()
    const [{ status, errorCode }] = control.messages({ to })
    return [status, errorCode]
  }
  const { phoneNumber } = simulator.account
  assert.deepEqual(await failure(CUSTOMER, phoneNumber), ['failed', 11200])
  assert.deepEqual(
    await failure(`whatsapp:${CUSTOMER}`, `whatsapp:${phoneNumber}`),
    ['failed', 63019]
  )
})

test('a message fails when its picture is larger than its channel takes', async (t) => {
  const { simulator, control, receiver, send } = await startNetwork(t)
  const { phoneNumber } = simulator.account
  const outcome = async (prefix: string, megabytes: number) => {
    receiver.answers.push({
      status: 200,
      contentType: 'video/mp4',
      body: '.'.repeat(megabytes * 1024 * 1024),
    })
    await send({
      to: prefix + CUSTOMER,
      from: prefix + phoneNumber,
      mediaUrl: [receiver.url('/a.mp4')],
    })
    await control.idle()
    const [{ status, errorCode }] = control.messages()
    return [status, errorCode]
  }
  assert.deepEqual(await outcome('', 5), ['delivered', null])
  assert.deepEqual(await outcome('', 6), ['failed', 30019])
  assert.deepEqual(await outcome('whatsapp:', 16), ['delivered', null])
  assert.deepEqual(await outcome('whatsapp:', 17), ['failed', 11751])
})
