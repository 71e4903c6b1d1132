import fc from 'fast-check'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import {
  conversationWith,
  CUSTOMER,
  newNumber,
  newSid,
  OURS,
} from 'test-support/messages'
import { twilioRequest } from 'test-support/twilioRequest'

import { saveCallSettings } from 'src/lib/calls/callSettings'
import { callTimeline } from 'src/lib/calls/callTimeline'
import { config } from 'src/lib/config/config'
import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'
import { furthestCall, toCallStatus } from 'src/lib/messaging/callStatus'

import { handler } from './twilioVoice'

type Params = Record<string, string>
type Options = Parameters<typeof twilioRequest>[2]

const { accountSid } = config.twilio

/** A call as Twilio posts it. */
const callOf = (sid: string, fields: Params = {}): Params => ({
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  CallSid: sid,
  CallStatus: 'ringing',
  Called: OURS,
  Caller: CUSTOMER,
  Direction: 'inbound',
  From: CUSTOMER,
  FromCity: '',
  To: OURS,
  ...fields,
})

const recordingOf = (sid: string, recordingSid: string): Params => ({
  AccountSid: accountSid,
  CallSid: sid,
  RecordingSid: recordingSid,
  RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${recordingSid}`,
  RecordingStatus: 'completed',
  RecordingDuration: '7',
  RecordingChannels: '1',
  RecordingSource: 'RecordVerb',
})

const ring = (params: Params, options?: Options) =>
  handler(twilioRequest('twilioVoice', params, options))

const tell = (event: string, params: Params) =>
  ring(params, { query: `?event=${event}` })

const findCall = (sid: string) =>
  db.call.findUnique({
    where: { sid },
    include: {
      recordings: true,
      message: { include: { media: { orderBy: { position: 'asc' } } } },
    },
  })

beforeEach(emptyDatabase)

describe('a call', () => {
  scenario(
    'is an unread entry in its thread when its answer goes out',
    async () => {
      const sid = newSid('CA')
      const params = callOf(sid)
      const heard = firstOf(2, listen(['messageAdded', 'conversationChanged']))
      const response = await ring(params)
      expect(response).toMatchObject({
        statusCode: 200,
        headers: { 'Content-Type': 'text/xml; charset=utf-8' },
        body: expect.stringMatching(/^<\?xml .*<Response><Say .*<\/Response>$/),
      })
      const conversation = await conversationWith(CUSTOMER, 'VOICE')
      expect(conversation).toMatchObject({
        senderAddress: OURS,
        status: 'OPEN',
        unreadCount: 1,
        messages: [
          {
            sid,
            direction: 'INBOUND',
            channel: 'VOICE',
            status: 'RECEIVED',
            from: CUSTOMER,
            to: OURS,
            body: null,
            params,
          },
        ],
      })
      const [{ id: messageId }] = conversation.messages
      expect(await findCall(sid)).toMatchObject({
        messageId,
        status: 'RINGING',
        answer: 'RECORD',
      })
      expect(await heard).toEqual([
        { kind: 'messageAdded', messageId, conversationId: conversation.id },
        {
          kind: 'conversationChanged',
          conversationId: conversation.id,
          isNew: true,
        },
      ])
    }
  )

  scenario('brings an archived conversation back to the top', async () => {
    await ring(callOf(newSid('CA')))
    const other = newNumber()
    await ring(callOf(newSid('CA'), { From: other }))
    await db.conversation.updateMany({ data: { status: 'ARCHIVED' } })
    await ring(callOf(newSid('CA')))
    const [first, second] = await db.conversation.findMany({
      orderBy: { lastMessageAt: 'desc' },
      include: { contact: true },
    })
    expect(first).toMatchObject({
      contact: { address: CUSTOMER },
      status: 'OPEN',
      unreadCount: 2,
    })
    expect(second).toMatchObject({ status: 'ARCHIVED', unreadCount: 1 })
  })

  it.each([
    'anonymous',
    '+266696687',
    'client:Ada Lovelace <x>',
    'sip:ada@example.com;transport=tls',
    '<b>&"\'🙂',
    '١٢٣',
  ])('from %s keeps its caller exactly', async (from) => {
    await ring(callOf(newSid('CA'), { From: from }))
    const conversation = await conversationWith(from, 'VOICE')
    expect(conversation.messages).toMatchObject([{ from, to: OURS }])
  })

  scenario('over WhatsApp is of who writes over it', async () => {
    await ring(
      callOf(newSid('CA'), {
        From: `whatsapp:${CUSTOMER}`,
        To: `whatsapp:${OURS}`,
      })
    )
    expect(await conversationWith(CUSTOMER, 'VOICE')).toMatchObject({
      senderAddress: OURS,
      messages: [{ from: CUSTOMER, to: OURS }],
    })
  })

  scenario('loses a NUL, and nothing else', async () => {
    const sid = newSid('CA')
    await ring(callOf(sid, { From: 'cli\0ent:x', CallerName: 'A\0da' }))
    const { messages } = await conversationWith('client:x', 'VOICE')
    expect(messages).toMatchObject([{ params: { CallerName: 'Ada' } }])
  })

  it.each(['completed', 'busy', 'no-answer', 'canceled', 'failed'])(
    'that ends as %s is told live',
    async (CallStatus) => {
      const sid = newSid('CA')
      await ring(callOf(sid))
      const before = await findCall(sid)
      const heard = firstOf(1, listen(['messageStatusChanged']))
      const params = callOf(sid, { CallStatus, CallDuration: '12' })
      expect(await tell('status', params)).toMatchObject({
        statusCode: 200,
        body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
      })
      const call = await findCall(sid)
      expect(call).toMatchObject({
        status: toCallStatus(CallStatus),
        durationSeconds: 12,
        endedAt: expect.any(Date),
        answer: 'RECORD',
      })
      expect(await heard).toMatchObject([{ messageId: call?.messageId }])
      expect(Number(call?.message?.updatedAt)).toBeGreaterThan(
        Number(before?.message?.updatedAt)
      )
    }
  )

  scenario('counts its duration from its answer', async () => {
    const sid = newSid('CA')
    await tell(
      'status',
      callOf(sid, { CallStatus: 'completed', CallDuration: '60' })
    )
    const call = await findCall(sid)
    expect(Number(call?.endedAt) - Number(call?.answeredAt)).toBe(60_000)
  })

  scenario('is one entry when all is said twice, at once', async () => {
    const sid = newSid('CA')
    const done = callOf(sid, { CallStatus: 'completed', CallDuration: '9' })
    const voicemail = recordingOf(sid, newSid('RE'))
    await Promise.all(
      [1, 2, 3].flatMap(() => [
        ring(callOf(sid)),
        tell('status', done),
        tell('recording', voicemail),
      ])
    )
    const conversation = await conversationWith(CUSTOMER, 'VOICE')
    expect(conversation).toMatchObject({ unreadCount: 1, messageCount: 1 })
    const call = await findCall(sid)
    expect(call).toMatchObject({ status: 'COMPLETED', durationSeconds: 9 })
    expect(call?.message?.media).toHaveLength(1)
    const events = await callTimeline(sid)
    expect(events).toHaveLength(9)
    expect(
      events.filter(({ disposition }) => disposition === 'DUPLICATE').length
    ).toBe(6)
  })
})

describe('a voicemail', () => {
  scenario('is the media of its call, and is fetched', async () => {
    const sid = newSid('CA')
    const recordingSid = newSid('RE')
    await ring(callOf(sid))
    const heard = firstOf(1, listen(['messageStatusChanged']))
    await tell('recording', recordingOf(sid, recordingSid))
    const call = await findCall(sid)
    expect(call?.message?.media).toMatchObject([
      {
        position: 0,
        url: `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${recordingSid}.mp3`,
        contentType: 'audio/mpeg',
        fileId: null,
      },
    ])
    expect(call?.recordings).toMatchObject([
      { sid: recordingSid, durationSeconds: 7 },
    ])
    expect(await heard).toMatchObject([{ messageId: call?.messageId }])
    const { rows } = await pool.query(
      'SELECT task_identifier AS task FROM graphile_worker.jobs WHERE key = $1',
      [`fetchMedia:${call?.message?.media[0].id}`]
    )
    expect(rows).toEqual([{ task: 'fetchMedia' }])
  })

  scenario('that comes before its call waits for it', async () => {
    const sid = newSid('CA')
    await tell('recording', recordingOf(sid, newSid('RE')))
    expect(await findCall(sid)).toMatchObject({ messageId: null })
    await ring(callOf(sid))
    expect((await findCall(sid))?.message?.media).toHaveLength(1)
  })

  scenario('is the same in the action of <Record>', async () => {
    const sid = newSid('CA')
    const { RecordingUrl, RecordingDuration } = recordingOf(sid, newSid('RE'))
    const ended = { CallStatus: 'completed', Digits: 'hangup' }
    await tell(
      'recording',
      callOf(sid, { ...ended, RecordingUrl, RecordingDuration })
    )
    expect(await findCall(sid)).toMatchObject({
      status: 'COMPLETED',
      recordings: [{ sid: RecordingUrl.split('/').at(-1) }],
    })
  })

  it.each(['in-progress', 'absent', 'failed'])(
    'that is %s is none',
    async (RecordingStatus) => {
      const sid = newSid('CA')
      await ring(callOf(sid))
      await tell('recording', {
        ...recordingOf(sid, newSid('RE')),
        RecordingStatus,
      })
      expect((await findCall(sid))?.message?.media).toEqual([])
      expect(await callTimeline(sid)).toMatchObject([
        { status: 'RINGING' },
        {
          status: `RECORDING_${RecordingStatus.toUpperCase().replace('-', '_')}`,
          disposition: 'APPLIED',
        },
      ])
    }
  )
})

describe('the reports of a call', () => {
  const WORDS = [
    'queued',
    'initiated',
    'ringing',
    'in-progress',
    'completed',
    'busy',
    'failed',
    'no-answer',
    'canceled',
  ]

  const status = fc.record({
    word: fc.constantFrom(...WORDS),
    seconds: fc.integer({ min: 0, max: 99 }),
  })

  it('end the same for every order, and every repetition', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(status, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 6 }),
        async (reports, place) => {
          const sid = newSid('CA')
          const recordingSid = newSid('RE')
          const from = newNumber()
          const sends = reports.map(
            ({ word, seconds }) =>
              () =>
                tell(
                  'status',
                  callOf(sid, {
                    From: from,
                    CallStatus: word,
                    CallDuration: String(seconds),
                  })
                )
          )
          sends.splice(place, 0, () =>
            tell('recording', recordingOf(sid, recordingSid))
          )
          for (const send of sends) {
            await send()
          }
          const call = await findCall(sid)
          expect(call).toMatchObject({
            status: reports
              .map(({ word }) => toCallStatus(word) ?? 'QUEUED')
              .reduce(furthestCall),
            durationSeconds:
              Math.max(...reports.map(({ seconds }) => seconds)) || null,
          })
          expect(call?.message?.media).toHaveLength(1)
          const conversation = await conversationWith(from, 'VOICE')
          expect(conversation).toMatchObject({
            unreadCount: 1,
            messageCount: 1,
          })
        }
      ),
      { numRuns: 40, endOnFailure: true }
    )
  })

  scenario('are kept, with what was done with each', async () => {
    const sid = newSid('CA')
    const say = (CallStatus: string) =>
      tell('status', callOf(sid, { CallStatus }))
    await say('in-progress')
    await say('ringing')
    await say('ringing')
    await say('busy')
    await say('completed')
    await say('parked')
    expect(await callTimeline(sid)).toMatchObject([
      { status: 'IN_PROGRESS', disposition: 'APPLIED' },
      { status: 'RINGING', disposition: 'STALE' },
      { status: 'RINGING', disposition: 'DUPLICATE' },
      { status: 'BUSY', disposition: 'APPLIED' },
      { status: 'COMPLETED', disposition: 'CONFLICT' },
      { status: 'PARKED', disposition: 'UNKNOWN' },
    ])
    expect(await findCall(sid)).toMatchObject({ status: 'COMPLETED' })
  })

  scenario('that name no call are kept, and make none', async () => {
    const { CallSid: _, ...params } = callOf('')
    expect((await ring(params)).statusCode).toBe(200)
    expect(await db.callEvent.findMany()).toMatchObject([
      { callSid: null, status: 'RINGING', disposition: 'UNKNOWN', params },
    ])
    expect(await db.call.count()).toBe(0)
  })

  it.each(['outbound-api', 'outbound-dial'])(
    'of an %s call make no entry',
    async (Direction) => {
      const sid = newSid('CA')
      await tell('status', callOf(sid, { Direction }))
      expect(await findCall(sid)).toMatchObject({ messageId: null })
      expect(await db.message.count()).toBe(0)
    }
  )
})

describe('the answer', () => {
  const FIRST = {
    answer: 'RECORD' as const,
    text: 'Please <wait> & speak.',
    language: 'en-GB',
    maxSeconds: 30,
  }

  scenario('is a greeting and a recording', async () => {
    await saveCallSettings(FIRST)
    const { body } = await ring(callOf(newSid('CA')))
    const url =
      'https://inbox.example.com/.redwood/functions/twilioVoice?event=recording'
    expect(body).toContain(
      '<Say language="en-GB">Please &lt;wait&gt; &amp; speak.</Say>'
    )
    expect(body).toContain(
      `<Record maxLength="30" timeout="5" finishOnKey="#" playBeep="true" action="${url}" recordingStatusCallback="${url}#rc=5&amp;rp=all" recordingStatusCallbackEvent="completed absent"/>`
    )
  })

  scenario('is a text for the number that has one', async () => {
    await saveCallSettings(FIRST)
    const own = { answer: 'SAY' as const, text: 'Wir haben zu.' }
    await saveCallSettings({
      ...FIRST,
      ...own,
      address: OURS,
      language: 'de-DE',
    })
    const sid = newSid('CA')
    const { body } = await ring(callOf(sid))
    expect(body).toContain(
      '<Response><Say language="de-DE">Wir haben zu.</Say><Hangup/></Response>'
    )
    expect(await findCall(sid)).toMatchObject({ answer: 'SAY' })
    const other = await ring(callOf(newSid('CA'), { To: newNumber() }))
    expect(other.body).toContain('<Record')
  })
})

describe('a request is refused, and nothing is recorded, where', () => {
  const cases: [string, number, Options][] = [
    ['nobody signed it', 403, { tamper: { signature: null } }],
    ['it was signed with another token', 403, { token: 'f'.repeat(32) }],
    [
      'an event was added',
      403,
      { tamper: { url: '/twilioVoice?event=status' } },
    ],
    ['it is a GET', 405, { method: 'GET' }],
    ['it is too large', 413, { tamper: { body: 'x'.repeat(65_537) } }],
  ]

  it.each(cases)('%s', async (_why, statusCode, options) => {
    const response = await ring(callOf(newSid('CA')), options)
    expect(response.statusCode).toBe(statusCode)
    expect(await db.call.count()).toBe(0)
    expect(await db.callEvent.count()).toBe(0)
  })

  it('the database is away', async () => {
    jest.spyOn(pool, 'query').mockImplementation(() => {
      throw new Error('ECONNREFUSED')
    })
    const response = await ring(callOf(newSid('CA')))
    jest.restoreAllMocks()
    expect(response.statusCode).toBe(503)
    expect(await db.callEvent.count()).toBe(0)
  })
})
