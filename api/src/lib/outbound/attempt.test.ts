import { newSid, OURS } from 'test-support/messages'
import {
  created,
  refused,
  startTwilioServer,
  type TwilioServer,
} from 'test-support/twilioServer'

import { config } from 'src/lib/config/config'
import {
  createTwilioMessage,
  type MessageToCreate,
} from 'src/lib/twilio/createTwilioMessage'
import { twilioClient } from 'src/lib/twilio/twilioClient'

import { attempt } from './attempt'

const ID = '01909090-0000-7000-8000-000000000001'

const message = (change: Partial<MessageToCreate> = {}): MessageToCreate =>
  ({
    id: ID,
    channel: 'SMS',
    from: OURS,
    to: '+14155550100',
    body: 'Hello 👋 & goodbye',
    messagingServiceSid: null,
    sendAt: null,
    validityPeriod: null,
    mediaUrls: [],
    ...change,
  }) as MessageToCreate

const send = (change?: Partial<MessageToCreate>) =>
  attempt(() => createTwilioMessage(message(change)))

let twilio: TwilioServer

beforeEach(async () => {
  twilio = await startTwilioServer()
})

afterEach(() => twilio.close())

describe('what Twilio is asked', () => {
  const asked = async (change?: Partial<MessageToCreate>) => {
    await send(change)
    const [{ params }] = twilio.calls
    return Object.fromEntries(
      [...new Set(params.keys())].map((name) => [
        name,
        params.getAll(name).join(),
      ])
    )
  }
  const StatusCallback = `https://inbox.example.com/.redwood/functions/twilioCallback?message=${ID}#rc=5&rp=all`

  it('is to send the message, and to report to our URL, and again if we can’t take it', async () => {
    expect(await asked()).toEqual({
      To: '+14155550100',
      From: OURS,
      Body: 'Hello 👋 & goodbye',
      StatusCallback,
    })
    const { accountSid, authToken } = config.twilio
    expect(twilio.calls).toMatchObject([
      {
        method: 'POST',
        path: `/2010-04-01/Accounts/${accountSid}/Messages.json`,
        authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
      },
    ])
  })

  it('is to choose a sender, for a Messaging Service, and to wait', async () => {
    const messagingServiceSid = 'MG0123456789abcdef0123456789abcdef'
    const sendAt = new Date('2126-11-20T12:00:00Z')
    expect(
      await asked({ messagingServiceSid, from: messagingServiceSid, sendAt })
    ).toEqual({
      To: '+14155550100',
      MessagingServiceSid: messagingServiceSid,
      Body: 'Hello 👋 & goodbye',
      ScheduleType: 'fixed',
      SendAt: '2126-11-20T12:00:00Z',
      StatusCallback,
    })
  })

  it('has no time without a service: it is sent when the time has come', async () => {
    expect(await asked({ sendAt: new Date() })).not.toHaveProperty('SendAt')
  })

  it('has no time that has come before Twilio could be reached', async () => {
    const params = await asked({
      messagingServiceSid: 'MG0123456789abcdef0123456789abcdef',
      sendAt: new Date(),
    })
    expect(params).not.toHaveProperty('SendAt')
    expect(params).not.toHaveProperty('ScheduleType')
  })

  it('has WhatsApp’s prefixes, and pictures', async () => {
    expect(
      await asked({
        channel: 'WHATSAPP',
        body: '',
        mediaUrls: ['https://example.com/a', 'https://example.com/b'],
      })
    ).toEqual({
      To: 'whatsapp:+14155550100',
      From: `whatsapp:${OURS}`,
      MediaUrl: 'https://example.com/a,https://example.com/b',
      StatusCallback,
    })
  })
})

describe('Twilio takes it', () => {
  it('201', async () => {
    const sid = newSid()
    twilio.answers.push(created({ sid, num_segments: '2' }))
    expect(await send()).toEqual({
      kind: 'accepted',
      created: {
        sid,
        status: 'queued',
        from: OURS,
        numSegments: 2,
        errorCode: null,
        errorMessage: null,
      },
    })
  })

  it('201, of a service that has not chosen a sender', async () => {
    twilio.answers.push(
      created({ status: 'accepted', from: null, num_segments: '0' })
    )
    expect(await send()).toMatchObject({
      kind: 'accepted',
      created: { status: 'accepted', from: null, numSegments: null },
    })
  })
})

describe('Twilio will not have it', () => {
  it.each([
    [400, 21211],
    [400, 21610],
    [401, 20003],
    [403, 20403],
    [404, 20404],
  ])('%i with the code %i', async (status, code) => {
    twilio.answers.push(refused(status, code, 'The reason'))
    expect(await send()).toEqual({
      kind: 'refused',
      errorCode: code,
      errorDetail: 'The reason',
    })
  })

  it('400 in the newer form of its errors', async () => {
    const body = {
      type: 'https://www.twilio.com/docs/api/errors/21211',
      title: 'Bad',
      status: 400,
      code: 21211,
    }
    twilio.answers.push({
      status: 400,
      body,
      headers: { 'content-type': 'application/problem+json' },
    })
    expect(await send()).toMatchObject({ kind: 'refused', errorCode: 21211 })
  })

  it('400 without a code', async () => {
    twilio.answers.push({ status: 400, body: '<html>' })
    expect(await send()).toMatchObject({ kind: 'refused', errorCode: null })
  })
})

describe('nothing was done, so that it may be repeated', () => {
  it('429', async () => {
    twilio.answers.push(refused(429, 20429, 'Too Many Requests'))
    expect(await send()).toMatchObject({ kind: 'notProcessed' })
    expect(twilio.calls).toHaveLength(1)
  })

  it.each(['127.0.0.1', 'localhost'])('nobody listens on %s', async (host) => {
    const { port } = new URL(twilio.url)
    await twilio.close()
    twilioClient.api.baseUrl = `http://${host}:${port}`
    expect(await send()).toMatchObject({ kind: 'notProcessed' })
  })

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
    '%s',
    async (code) => {
      const thrown = Object.assign(new Error(), { code })
      expect(await attempt(() => Promise.reject(thrown))).toMatchObject({
        kind: 'notProcessed',
      })
    }
  )

  it('no connection in time, which is not the same as no answer in time', async () => {
    const timeout = (syscall: string) => () =>
      Promise.reject(Object.assign(new Error(), { code: 'ETIMEDOUT', syscall }))
    expect(await attempt(timeout('connect'))).toMatchObject({
      kind: 'notProcessed',
    })
    expect(await attempt(timeout('read'))).toMatchObject({ kind: 'unknown' })
  })
})

describe('perhaps it was done, perhaps not', () => {
  it.each([500, 502, 503, 504])('%i', async (status) => {
    twilio.answers.push(refused(status, 20500))
    expect(await send()).toMatchObject({ kind: 'unknown' })
    expect(twilio.calls).toHaveLength(1)
  })

  it('an error page of some proxy', async () => {
    twilio.answers.push({ status: 502, body: '<html>Bad Gateway</html>' })
    expect(await send()).toMatchObject({ kind: 'unknown' })
  })

  it('a redirect, which is not followed', async () => {
    twilio.answers.push({
      status: 307,
      body: '',
      headers: { location: `${twilio.url}/elsewhere` },
    })
    expect(await send()).toMatchObject({ kind: 'unknown' })
    expect(twilio.calls).toHaveLength(1)
  })

  it('the connection breaks', async () => {
    twilio.answers.push('reset')
    expect(await send()).toMatchObject({ kind: 'unknown' })
    expect(twilio.calls).toHaveLength(1)
  })

  it('a 201 that can’t be read', async () => {
    twilio.answers.push({ status: 201, body: '{"sid": "SM' })
    expect(await send()).toMatchObject({ kind: 'unknown' })
  })

  it('no answer comes in time', async () => {
    twilio.answers.push('never')
    expect(await send()).toMatchObject({ kind: 'unknown' })
    expect(twilio.calls).toHaveLength(1)
  })
})
