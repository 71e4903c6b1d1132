import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Twilio } from 'twilio'

import { clientOf, CUSTOMER, startNetwork } from '../testing/startNetwork'

type Create = Partial<Parameters<Twilio['messages']['create']>[0]>

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000)

const SERVICE = 'MG5111a10000000000000000000000c0de'

/** What a create is refused for: https://www.twilio.com/docs/api/errors */
const REFUSALS: [
  says: string,
  code: number,
  create: Create,
  status?: number,
][] = [
  ['no To', 21604, { to: '' }],
  ['no From', 21603, { from: undefined }],
  ['no Body', 21602, { body: '' }],
  ['a To that cannot exist', 21211, { to: '+15551234567' }],
  ['a To without a country', 21211, { to: '4155550100' }],
  ['a To of letters', 21211, { to: 'hello' }],
  ['a To that is the From', 21211, { to: '+15005550006' }],
  ['a channel that does not exist', 30015, { to: 'pigeon:+14155550100' }],
  ['two channels', 30016, { to: `whatsapp:${CUSTOMER}` }],
  ['a From that cannot exist', 21212, { from: '+1' }],
  ['a From that is not ours', 21606, { from: '+14155550199' }],
  [
    'a WhatsApp From that is not ours',
    63007,
    { to: `whatsapp:${CUSTOMER}`, from: 'whatsapp:+14155550199' },
  ],
  ['1,601 characters', 21617, { body: 'a'.repeat(1601) }],
  ['11 pictures', 21623, { mediaUrl: Array(11).fill('https://a.test/b') }],
  ['a picture without a scheme', 21620, { mediaUrl: ['a.test/b.jpg'] }],
  ['a callback without a scheme', 21609, { statusCallback: 'a.test' }],
  [
    'a callback with an underscore in its host',
    21609,
    { statusCallback: 'https://a_b.test/' },
  ],
  [
    'a callback that is too long',
    21609,
    { statusCallback: `https://a.test/${'a'.repeat(4000)}` },
  ],
  ['a validity period that is too long', 21624, { validityPeriod: 36_001 }],
  ['variables without a template', 21654, { contentVariables: '{}' }],
  ['a template that is none', 21655, { contentSid: 'HX1' }],
  [
    'variables that are not JSON',
    21656,
    { contentSid: `HX${'0'.repeat(32)}`, contentVariables: 'x' },
  ],
  ['a service that is none', 21705, { messagingServiceSid: 'MG1' }],
  [
    'a service that does not exist',
    21701,
    { messagingServiceSid: `MG${'0'.repeat(32)}` },
    404,
  ],
  [
    'a From outside the pool',
    21711,
    { messagingServiceSid: SERVICE, from: '+14155550199' },
  ],
  [
    'a schedule without a time',
    35111,
    { messagingServiceSid: SERVICE, scheduleType: 'fixed' },
  ],
  [
    'a schedule in 5 minutes',
    35114,
    {
      messagingServiceSid: SERVICE,
      scheduleType: 'fixed',
      sendAt: inSeconds(299),
    },
  ],
  [
    'a schedule in 36 days',
    35114,
    {
      messagingServiceSid: SERVICE,
      scheduleType: 'fixed',
      sendAt: inSeconds(36 * 86_400),
    },
  ],
  // https://www.twilio.com/docs/iam/test-credentials
  ['the magic invalid From', 21212, { from: '+15005550001' }],
  ['the magic From of another', 21606, { from: '+15005550007' }],
  ['the magic From with a full queue', 21611, { from: '+15005550008' }],
  ['the magic invalid To', 21211, { to: '+15005550001' }],
  ['the magic To without a route', 21612, { to: '+15005550002' }],
  ['the magic To abroad', 21408, { to: '+15005550003' }],
  ['the magic To that opted out', 21610, { to: '+15005550004' }],
  ['the magic To without SMS', 21614, { to: '+15005550009' }],
]

test('what is wrong is refused with its code, and nothing is accepted', async (t) => {
  const { send, control } = await startNetwork(t)
  for (const [says, code, create, status = 400] of REFUSALS) {
    await t.test(`${says}: ${code}`, () =>
      assert.rejects(send(create), {
        code,
        status,
        moreInfo: `https://www.twilio.com/docs/errors/${code}`,
      })
    )
  }
  assert.equal(control.accepted().count, 0)
})

test('what only just fits is accepted', async (t) => {
  const { send } = await startNetwork(t, { fetchMedia: false })
  const accepted: Create[] = [
    { body: 'a'.repeat(1600) },
    { body: '', mediaUrl: Array(10).fill('https://a.test/b') },
    { validityPeriod: 36_000 },
    { from: 'Heliograph' },
    { to: '+1 (415) 555-0100' },
    {
      messagingServiceSid: SERVICE,
      scheduleType: 'fixed',
      sendAt: inSeconds(310),
    },
  ]
  for (const create of accepted) {
    const message = await send(create)
    assert.equal(message.to, CUSTOMER)
  }
})

test('the exact bodies of the refusals that are known', async (t) => {
  const { simulator } = await startNetwork(t)
  const { accountSid, authToken } = simulator.account
  const root = `/2010-04-01/Accounts/${accountSid}/Messages`
  const call = async (path: string, password: string, form?: object) => {
    const response = await fetch(simulator.url + path, {
      method: form ? 'POST' : 'GET',
      headers: { authorization: `Basic ${btoa(`${accountSid}:${password}`)}` },
      body: form && new URLSearchParams({ ...form }),
    })
    return [response.status, await response.json()]
  }
  assert.deepEqual(await call(`${root}.json`, 'wrong'), [
    401,
    {
      code: 20003,
      detail: 'Your AccountSid or AuthToken was incorrect.',
      message: 'Authenticate',
      more_info: 'https://www.twilio.com/docs/errors/20003',
      status: 401,
    },
  ])
  const missing = `${root}/SM${'0'.repeat(32)}.json`
  assert.deepEqual(await call(missing, authToken), [
    404,
    {
      code: 20404,
      message: `The requested resource ${missing} was not found`,
      more_info: 'https://www.twilio.com/docs/errors/20404',
      status: 404,
    },
  ])
  assert.deepEqual(
    await call(`${root}.json`, authToken, { To: '1', From: '2', Body: '3' }),
    [
      400,
      {
        code: 21211,
        message: "The 'To' number 1 is not a valid phone number.",
        more_info: 'https://www.twilio.com/docs/errors/21211',
        status: 400,
      },
    ]
  )
  const [status, body] = await call('/2010-04-01/Nothing.json', authToken)
  assert.equal(status, 404)
  assert.equal(body.code, 20404)
})

test('nobody else gets in', async (t) => {
  const { simulator } = await startNetwork(t)
  const { accountSid, authToken } = simulator.account
  const other = clientOf(simulator, `AC${'0'.repeat(32)}`, authToken)
  await assert.rejects(other.messages.list(), { status: 401, code: 20003 })
  const wrong = clientOf(simulator, accountSid, `${authToken}x`)
  await assert.rejects(wrong.messages.list(), { status: 401, code: 20003 })
  const key = clientOf(simulator, 'SK1', 'secret')
  await assert.rejects(key.messages.list(), { status: 401, code: 20003 })
  const nobody = await fetch(`${simulator.url}/2010-04-01/Accounts.json`)
  assert.equal(nobody.status, 401)
})
