import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { ReceiverAnswer } from '../testing/receiver'
import { CUSTOMER, startNetwork } from '../testing/startNetwork'

const twiml = (inside: string): ReceiverAnswer => ({
  status: 200,
  contentType: 'text/xml',
  body: `<?xml version="1.0"?><Response>${inside}</Response>`,
})

const RECORD =
  '<Say>Please speak.</Say><Record maxLength="9" action="/voice?event=recording" recordingStatusCallback="/voice?event=recording" recordingStatusCallbackEvent="completed absent"/>'

const ALL_EVENTS = 'initiated ringing answered completed'

test('a call reaches the webhook, signed, with the parameters in their order', async (t) => {
  const { simulator, control, client, receiver, ourNumber } =
    await startNetwork(t)
  receiver.answers.push(twiml('<Say>We are closed.</Say><Hangup/>'))
  const { sid, heard } = await control.call({ from: CUSTOMER })
  await control.idle()
  assert.deepEqual(heard, ['We are closed.'])
  const [asked, ended] = receiver.received
  assert.equal(asked.path, '/voice')
  assert.equal(asked.signed, true)
  assert.deepEqual(asked.order.slice(0, 7), [
    'Called',
    'ToState',
    'CallerCountry',
    'Direction',
    'CallerState',
    'ToZip',
    'CallSid',
  ])
  const { CallSid, CallStatus, From, Caller, To, FromCity } = asked.params
  assert.deepEqual(
    { CallSid, CallStatus, From, Caller, To, FromCity },
    {
      CallSid: sid,
      CallStatus: 'ringing',
      From: CUSTOMER,
      Caller: CUSTOMER,
      To: ourNumber,
      FromCity: 'SAN FRANCISCO',
    }
  )
  assert.equal(ended.path, '/voice?event=status')
  assert.equal(ended.signed, true)
  assert.equal(ended.params.CallStatus, 'completed')
  assert.equal(ended.params.CallDuration, '2')
  assert.equal(receiver.received.length, 2)

  const call = await client.calls(sid).fetch()
  assert.equal(call.status, 'completed')
  assert.equal(call.duration, '2')
  assert.equal(call.accountSid, simulator.account.accountSid)
})

test('a voicemail is recorded, told twice, and lies behind Basic auth', async (t) => {
  const { simulator, control, client, receiver } = await startNetwork(t)
  receiver.answers.push(twiml(RECORD))
  const { sid, recordings } = await control.call({ from: CUSTOMER, speaks: 2 })
  await control.idle()
  const [recording] = recordings
  const told = receiver.received.filter(
    ({ path }) => path === '/voice?event=recording'
  )
  const callback = told.find(({ params }) => params.RecordingStatus)
  const action = told.find(({ params }) => params.Digits)
  assert.equal(told.length, 2)
  assert.ok(told.every(({ signed }) => signed))
  assert.equal(callback?.params.RecordingStatus, 'completed')
  assert.equal(callback?.params.From, undefined)
  assert.equal(callback?.params.CallSid, sid)
  assert.equal(action?.params.CallStatus, 'completed')
  assert.equal(action?.params.Digits, 'hangup')
  for (const { params } of told) {
    assert.equal(params.RecordingSid, recording.sid)
    assert.equal(params.RecordingDuration, '2')
    assert.equal(
      params.RecordingUrl,
      `${simulator.url}/2010-04-01/Accounts/${simulator.account.accountSid}/Recordings/${recording.sid}`
    )
  }

  const { accountSid, authToken } = simulator.account
  const url = callback?.params.RecordingUrl ?? ''
  const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`
  const get = (ending: string) =>
    fetch(url + ending, { headers: { authorization } })
  assert.equal((await fetch(`${url}.mp3`)).status, 401)
  const mp3 = await get('.mp3')
  assert.equal(mp3.headers.get('content-type'), 'audio/mpeg')
  // The first frame's sync: eleven bits.
  const [first, second] = new Uint8Array(await mp3.arrayBuffer())
  assert.deepEqual([first, second & 0xe0], [0xff, 0xe0])
  const wav = await get('')
  assert.equal(wav.headers.get('content-type'), 'audio/x-wav')
  const bytes = Buffer.from(await wav.arrayBuffer())
  assert.equal(bytes.toString('latin1', 0, 4), 'RIFF')
  assert.equal(bytes.length, 44 + 2 * 2 * 16_000)

  const resource = await client.recordings(recording.sid).fetch()
  assert.equal(resource.callSid, sid)
  assert.equal(resource.duration, '2')
  await client.recordings(recording.sid).remove()
  await assert.rejects(client.recordings(recording.sid).fetch(), {
    code: 20404,
  })
})

test('silence is no voicemail, and the document goes on', async (t) => {
  const { control, receiver } = await startNetwork(t)
  receiver.answers.push(twiml(`${RECORD}<Say>Goodbye.</Say>`))
  const call = await control.call({ from: CUSTOMER, speaks: 0 })
  await control.idle()
  assert.deepEqual(call.recordings, [])
  assert.deepEqual(call.heard, ['Please speak.', 'Goodbye.'])
  const [told] = receiver.received.filter(
    ({ path }) => path === '/voice?event=recording'
  )
  assert.equal(told.params.RecordingStatus, 'absent')
})

test('who presses # hears what the action answers', async (t) => {
  const { control, receiver } = await startNetwork(t)
  receiver.answers.push(
    twiml('<Record action="/thanks"/>'),
    twiml('<Redirect>/bye</Redirect>'),
    twiml('<Say>Goodbye.</Say>')
  )
  const { heard } = await control.call({ from: CUSTOMER, hangsUp: false })
  assert.deepEqual(heard, ['Goodbye.'])
  assert.deepEqual(
    receiver.received
      .slice(0, 3)
      .map(({ path, params }) => [path, params.Digits, params.CallStatus]),
    [
      ['/voice', undefined, 'ringing'],
      ['/thanks', '#', 'in-progress'],
      ['/bye', undefined, 'in-progress'],
    ]
  )
})

test('the status callback hears what it has subscribed to', async (t) => {
  const { control, receiver } = await startNetwork(t, {
    voiceStatusEvents: ALL_EVENTS,
  })
  receiver.answers.push(...Array(6).fill(twiml('<Say>Hello</Say>')))
  await control.call({ from: CUSTOMER })
  await control.idle()
  const callbacks = receiver.received
    .filter(({ path }) => path === '/voice?event=status')
    .map(({ params }) => params)
    .sort((a, b) => Number(a.SequenceNumber) - Number(b.SequenceNumber))
  assert.deepEqual(
    callbacks.map(({ CallStatus }) => CallStatus),
    ['initiated', 'ringing', 'in-progress', 'completed']
  )
  assert.deepEqual(
    callbacks.map(({ CallDuration }) => CallDuration),
    [undefined, undefined, undefined, '1']
  )
})

for (const ends of ['busy', 'failed', 'no-answer', 'canceled'] as const) {
  test(`a call that ends as ${ends} is not answered`, async (t) => {
    const { control, receiver } = await startNetwork(t)
    receiver.answers.push(twiml(RECORD))
    const call = await control.call({ from: 'anonymous', ends })
    await control.idle()
    assert.equal(call.status, ends)
    assert.deepEqual(call.heard, [])
    assert.equal(receiver.received[1].params.CallStatus, ends)
    assert.equal(receiver.received[1].params.From, 'anonymous')
    assert.equal(receiver.received[1].params.FromCountry, '')
  })
}

test('a rejected call was busy', async (t) => {
  const { control, receiver } = await startNetwork(t)
  receiver.answers.push(twiml('<Reject/>'))
  assert.equal((await control.call({ from: CUSTOMER })).status, 'busy')
})

for (const [what, answer, code] of [
  ['an error', { status: 503 }, 11200],
  [
    'no XML',
    { status: 200, contentType: 'application/json', body: '{}' },
    12300,
  ],
  ['broken XML', { ...twiml(''), body: '<Response><Say>' }, 12100],
  [
    'too much',
    { ...twiml(''), body: `<Response>${' '.repeat(65_536)}</Response>` },
    11750,
  ],
] as const) {
  test(`a call that is answered with ${what} fails`, async (t) => {
    const { control, receiver } = await startNetwork(t)
    receiver.answers.push(answer)
    const { status } = await control.call({ from: CUSTOMER })
    assert.equal(status, 'failed')
    const [event] = control.events({ type: 'debugger' })
    assert.equal(event.errorCode, code)
  })
}

test('calls are made over HTTP, and forgotten at a reset', async (t) => {
  const { simulator, control, receiver } = await startNetwork(t)
  receiver.answers.push(twiml('<Say>Hello</Say>'))
  const post = (body: object) =>
    fetch(`${simulator.url}/control/calls`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const made = await post({ from: 'client:ada' })
  assert.equal(made.status, 201)
  const call = await made.json()
  assert.equal(call.status, 'completed')
  const list = () =>
    fetch(`${simulator.url}/control/calls?from=client:ada`).then((answer) =>
      answer.json()
    )
  assert.deepEqual(
    (await list()).map(({ sid }: { sid: string }) => sid),
    [call.sid]
  )
  assert.equal((await post({})).status, 400)
  assert.equal((await post({ from: CUSTOMER, speaks: 61 })).status, 400)
  control.reset()
  assert.deepEqual(await list(), [])
})
