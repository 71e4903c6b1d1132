import assert from 'node:assert/strict'
import { test } from 'node:test'

import { CUSTOMER, startNetwork } from '../testing/startNetwork'

const PICTURE = { contentType: 'image/png', content: btoa('picture') }

test('a message can be announced before it is whole', async (t) => {
  const { control, receiver } = await startNetwork(t)
  const { sid } = await control.receive({
    from: CUSTOMER,
    body: 'Look',
    media: [PICTURE],
    receivingFirst: true,
  })
  const [first, second, ...more] = receiver.received.map(
    ({ params, signed }) => ({
      sid: params.MessageSid,
      status: params.SmsStatus,
      numMedia: params.NumMedia,
      hasMedia: 'MediaUrl0' in params,
      signed,
    })
  )
  const both = { sid, signed: true }
  assert.deepEqual(first, {
    ...both,
    status: 'receiving',
    numMedia: '0',
    hasMedia: false,
  })
  assert.deepEqual(second, {
    ...both,
    status: 'received',
    numMedia: '1',
    hasMedia: true,
  })
  assert.deepEqual(more, [])
})

test('all are announced so by a setting', async (t) => {
  const { control, receiver } = await startNetwork(t, { receivingFirst: true })
  await control.receive({ from: CUSTOMER, body: 'Hello' })
  assert.deepEqual(
    receiver.received.map(({ params }) => params.SmsStatus),
    ['receiving', 'received']
  )
})

test('WhatsApp brings places, buttons, forms and what is answered', async (t) => {
  const { control, receiver, ourNumber } = await startNetwork(t)
  const whatsapp = { from: CUSTOMER, channel: 'whatsapp' as const }
  await control.receive({
    ...whatsapp,
    location: { latitude: 37.5, longitude: -122.5, label: 'City Hall' },
  })
  await control.receive({
    ...whatsapp,
    button: { text: 'Yes', payload: 'confirm' },
    replyTo: 'SM1',
  })
  await control.receive({ ...whatsapp, form: { size: 'L' } })
  const [place, button, form] = receiver.received.map(({ params }) => params)
  assert.equal(place.MessageType, 'location')
  assert.equal(place.Latitude, '37.5')
  assert.equal(place.Longitude, '-122.5')
  assert.equal(place.Label, 'City Hall')
  assert.equal(place.Address, undefined)
  assert.equal(button.Body, 'Yes')
  assert.equal(button.ButtonText, 'Yes')
  assert.equal(button.ButtonPayload, 'confirm')
  assert.equal(button.OriginalRepliedMessageSid, 'SM1')
  assert.equal(button.OriginalRepliedMessageSender, `whatsapp:${ourNumber}`)
  assert.equal(form.InteractiveData, '{"size":"L"}')
})

test('a file may come late, lead elsewhere, and have a name', async (t) => {
  const { simulator, control, receiver } = await startNetwork(t)
  await control.receive({
    from: CUSTOMER,
    media: [
      { ...PICTURE, missing: 1, name: 'view.png' },
      { ...PICTURE, redirect: 'http://10.0.0.1/secret' },
    ],
  })
  const { accountSid, authToken } = simulator.account
  const headers = {
    authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}`,
  }
  const { MediaUrl0, MediaUrl1 } = receiver.received[0].params
  const ask = (url: string) => fetch(url, { headers, redirect: 'manual' })
  assert.equal((await ask(MediaUrl0)).status, 404)
  const location = (await ask(MediaUrl0)).headers.get('location') ?? ''
  // The content network lets nobody in twice.
  assert.equal((await ask(location)).status, 400)
  const file = await fetch(location)
  assert.equal(await file.text(), 'picture')
  assert.match(file.headers.get('content-disposition') ?? '', /view\.png/)
  assert.equal(
    (await ask(MediaUrl1)).headers.get('location'),
    'http://10.0.0.1/secret'
  )
})
