import assert from 'node:assert/strict'
import { test } from 'node:test'

import { startNetwork, type TestNetwork } from '../testing/startNetwork'

/** Points the parts of the client that have hosts of their own at Twilio. */
const everywhere = ({ client, simulator }: TestNetwork) => {
  client.messaging.baseUrl = simulator.url
  return client
}

test('the number is listed, fetched, and its webhooks are changed', async (t) => {
  const network = await startNetwork(t)
  const { client, receiver, control, ourNumber } = network
  const [number, ...others] = await client.incomingPhoneNumbers.list()
  assert.equal(others.length, 0)
  assert.equal(number.phoneNumber, ourNumber)
  assert.equal(number.smsUrl, receiver.url('/inbound'))
  assert.equal(number.capabilities.sms, true)
  const listed = (phoneNumber: string) =>
    client.incomingPhoneNumbers.list({ phoneNumber })
  assert.equal((await listed(ourNumber)).length, 1)
  assert.equal((await listed('+14155550000')).length, 0)

  const context = client.incomingPhoneNumbers(number.sid)
  assert.equal((await context.fetch()).voiceUrl, number.voiceUrl)
  const changed = await context.update({
    smsUrl: receiver.url('/elsewhere'),
    voiceUrl: receiver.url('/calls'),
  })
  assert.equal(changed.smsUrl, receiver.url('/elsewhere'))
  assert.equal(changed.statusCallback, number.statusCallback)
  assert.equal(control.settings().voiceUrl, receiver.url('/calls'))

  await control.receive({ from: '+14155550100', body: 'Hello' })
  assert.equal(receiver.received[0].path, '/elsewhere')
})

test('the Messaging Service takes the messages of its pool, if it is told to', async (t) => {
  const network = await startNetwork(t, { inboundThroughService: true })
  const { receiver, control, simulator, ourNumber } = network
  const client = everywhere(network)
  const sid = simulator.account.messagingServiceSid
  const [listed] = await client.messaging.v1.services.list()
  assert.equal(listed.sid, sid)
  const context = client.messaging.v1.services(sid)
  const service = await context.fetch()
  assert.equal(service.useInboundWebhookOnNumber, true)
  assert.equal(service.inboundRequestUrl, null)
  const [pooled] = await context.phoneNumbers.list()
  assert.equal(pooled.phoneNumber, ourNumber)

  await control.receive({ from: '+14155550100', body: 'To the number' })
  await context.update({
    inboundRequestUrl: receiver.url('/service'),
    useInboundWebhookOnNumber: false,
  })
  await control.receive({ from: '+14155550100', body: 'To the service' })
  assert.deepEqual(
    receiver.received.map(({ path }) => path),
    ['/inbound', '/service']
  )
  await assert.rejects(
    client.messaging.v1.services(`MG${'0'.repeat(32)}`).fetch(),
    { status: 404, code: 20404 }
  )
})

test('the WhatsApp sender says where its messages go', async (t) => {
  const network = await startNetwork(t)
  const client = everywhere(network)
  const [sender] = await client.messaging.v2.channelsSenders.list({
    channel: 'whatsapp',
  })
  assert.equal(sender.senderId, `whatsapp:${network.ourNumber}`)
  assert.equal(sender.webhook.callbackUrl, network.receiver.url('/inbound'))
})

test('a customer of the magic number answers at once', async (t) => {
  const { control, send, ourNumber, receiver } = await startNetwork(t)
  const to = '+14155590007'
  await send({ to })
  await control.idle()
  const [answer] = receiver.received.filter(({ path }) => path === '/inbound')
  assert.equal(answer.params.From, to)
  assert.equal(answer.params.To, ourNumber)
  assert.equal(answer.signed, true)
})
