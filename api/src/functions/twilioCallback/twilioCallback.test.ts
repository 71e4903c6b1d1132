import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  CUSTOMER,
  findMessage,
  newNumber,
  newSid,
  OURS,
  saveMessage,
  timelineOf,
} from 'test-support/messages'
import { signedBody, twilioRequest } from 'test-support/twilioRequest'

import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'

import { handler } from './twilioCallback'

type Options = Parameters<typeof twilioRequest>[2]

const { accountSid } = config.twilio

const callback = (
  params: Record<string, string | string[]>,
  options?: Options
) => handler(twilioRequest('twilioCallback', params, options))

const sent = (sid: string) => ({
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  From: OURS,
  To: CUSTOMER,
  MessageSid: sid,
  SmsSid: sid,
  MessageStatus: 'sent',
  SmsStatus: 'sent',
})

/** The only event there is: of nonsense, there is no message to find it by. */
const onlyEvent = async () => {
  const events = await db.statusEvent.findMany()
  expect(events).toHaveLength(1)
  return events[0]
}

beforeEach(emptyDatabase)

describe('a callback', () => {
  scenario('is answered 204, and is in the timeline then', async () => {
    const message = await saveMessage({ sid: newSid(), status: 'QUEUED' })
    expect(await callback(sent(message.sid as string))).toEqual({
      statusCode: 204,
    })
    expect((await findMessage(message.id)).status).toEqual('SENT')
    expect(await timelineOf(message)).toMatchObject([
      {
        status: 'SENT',
        source: 'CALLBACK',
        disposition: 'APPLIED',
        params: sent(message.sid as string),
      },
    ])
  })

  scenario(
    'finds its row by the id in our URL before we know the SID',
    async () => {
      const { id } = await saveMessage()
      const sid = newSid()
      expect(await callback(sent(sid), { query: `?message=${id}` })).toEqual({
        statusCode: 204,
      })
      expect(await findMessage(id)).toMatchObject({ sid, status: 'SENT' })
    }
  )

  scenario(
    'never touches a row with another SID, whatever our URL says',
    async () => {
      const message = await saveMessage({ sid: newSid() })
      const { statusCode } = await callback(
        { ...sent(newSid()), MessageStatus: 'failed' },
        { query: `?message=${message.id}` }
      )
      expect(statusCode).toEqual(204)
      expect(await findMessage(message.id)).toEqual(message)
      expect(await timelineOf(message)).toEqual([])
      expect((await onlyEvent()).disposition).toEqual('PARKED')
    }
  )

  scenario(
    'keeps the carrier’s date, the error and every other parameter',
    async () => {
      const message = await saveMessage({ sid: newSid(), channel: 'WHATSAPP' })
      const params = {
        ...sent(message.sid as string),
        MessageStatus: 'undelivered',
        ErrorCode: '63016',
        ChannelStatusMessage: 'outside the window',
        ChannelToAddress: '+1415555XXXX',
        RawDlrDoneDate: '2611201159',
        NewIn2027: 'ünïcode 👋 ',
      }
      await callback(params)
      expect(await timelineOf(message)).toMatchObject([
        {
          status: 'UNDELIVERED',
          errorCode: 63016,
          rawDlrDoneDate: '2611201159',
          params,
        },
      ])
      expect(await findMessage(message.id)).toMatchObject({
        status: 'UNDELIVERED',
        errorCode: 63016,
        errorDetail: 'outside the window',
      })
    }
  )

  scenario('twenty at once, in any order, lose nothing', async () => {
    const message = await saveMessage({ sid: newSid() })
    const statuses = ['delivered', 'sent', 'queued', 'sending', 'read']
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        callback({
          ...sent(message.sid as string),
          MessageStatus: statuses[n % 5],
        })
      )
    )
    expect(responses.every(({ statusCode }) => statusCode === 204)).toEqual(
      true
    )
    expect((await findMessage(message.id)).status).toEqual('READ')
    const timeline = await timelineOf(message)
    expect(timeline).toHaveLength(20)
    expect(
      timeline.filter(({ disposition }) => disposition === 'DUPLICATE')
    ).toHaveLength(15)
  })

  scenario(
    'that can’t be stored fails alone among those that came with it',
    async () => {
      const messages = await Promise.all(
        Array.from({ length: 5 }, () =>
          saveMessage({ sid: newSid(), contact: newNumber() })
        )
      )
      const responses = await Promise.all([
        ...messages.map(({ sid }) => callback(sent(sid as string))),
        callback({ ...sent(newSid()), MessageStatus: 'x'.repeat(60_000) }),
      ])
      expect(responses.map(({ statusCode }) => statusCode)).toEqual(
        Array(6).fill(204)
      )
      for (const { id } of messages) {
        expect((await findMessage(id)).status).toEqual('SENT')
      }
    }
  )
})

describe('who may call', () => {
  const params = sent('SM00000000000000000000000000000001')

  scenario('is Twilio, by the secondary token too', async () => {
    const [token] = config.twilio.signingTokens.slice(-1)
    expect(token).not.toEqual(config.twilio.authToken)
    expect((await callback(params, { token })).statusCode).toEqual(204)
  })

  const tampered = new URLSearchParams({
    ...params,
    MessageStatus: 'delivered',
  })
  const url = '/twilioCallback?message=1'
  it.each<[string, Options]>([
    ['nobody signed it', { tamper: { signature: null } }],
    ['the signature is empty', { tamper: { signature: '' } }],
    [
      'the signature is another',
      { tamper: { signature: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } },
    ],
    ['the signature is nonsense', { tamper: { signature: '👋' } }],
    ['it was signed with another token', { token: 'f'.repeat(32) }],
    ['a parameter was changed', { tamper: { body: String(tampered) } }],
    [
      'a parameter was added',
      { tamper: { body: `${new URLSearchParams(params)}&X=1` } },
    ],
    ['all parameters were taken away', { tamper: { body: '' } }],
    ['the query was changed', { query: '?message=0', tamper: { url } }],
    ['a query was added', { tamper: { url } }],
    [
      'the query was taken away',
      { query: '?message=1', tamper: { url: '/twilioCallback' } },
    ],
  ])('is nobody, where %s: 403', async (_why, options) => {
    const { statusCode } = await callback(params, options)
    expect(statusCode).toEqual(403)
    expect(await db.statusEvent.count()).toEqual(0)
  })

  it('is nobody with a signature for another of our functions', async () => {
    const { headers, body } = twilioRequest('twilioMessage', params)
    const request = twilioRequest('twilioCallback', params, {
      tamper: { signature: headers['x-twilio-signature'] as string },
    })
    expect(request.body).toEqual(body)
    expect((await handler(request)).statusCode).toEqual(403)
  })

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'post'])(
    'may not %s: 405',
    async (method) => {
      expect(await callback(params, { method })).toMatchObject({
        statusCode: 405,
        headers: { Allow: 'POST' },
      })
    }
  )

  it('may not send more than 64 KB: 413, before anything is verified', async () => {
    const size = (bytes: number) => ({
      tamper: { body: 'x='.padEnd(bytes, 'é'.repeat(1)), signature: null },
    })
    const { statusCode } = await callback(params, size(64 * 1024))
    expect(statusCode).toEqual(413)
    const ascii = {
      tamper: { body: 'x='.padEnd(64 * 1024 + 1, 'a'), signature: null },
    }
    expect((await callback(params, ascii)).statusCode).toEqual(413)
    const largest = {
      tamper: { body: 'x='.padEnd(64 * 1024, 'a'), signature: null },
    }
    expect((await callback(params, largest)).statusCode).toEqual(403)
  })
})

describe('a signed callback that makes no sense is answered 2xx and kept', () => {
  const nonsense = async (
    params: Record<string, string | string[]>,
    options?: Options
  ) => {
    const { statusCode } = await callback(params, options)
    expect(statusCode).toEqual(204)
    return onlyEvent()
  }
  const sid = 'SM00000000000000000000000000000001'
  const random = (length: number) =>
    Array.from({ length }, () =>
      Math.floor(Math.random() * 36).toString(36)
    ).join('')

  scenario('empty', async () => {
    expect(await nonsense({})).toMatchObject({
      sid: null,
      status: '',
      disposition: 'UNKNOWN',
      params: {},
    })
  })

  scenario('without a SID', async () => {
    expect(await nonsense({ MessageStatus: 'delivered' })).toMatchObject({
      sid: null,
      status: 'DELIVERED',
      disposition: 'UNKNOWN',
    })
  })

  scenario('without a SID, about one of our rows', async () => {
    const message = await saveMessage()
    await nonsense(
      { MessageStatus: 'delivered' },
      { query: `?message=${message.id}` }
    )
    expect(await findMessage(message.id)).toEqual(message)
  })

  scenario('without a status', async () => {
    expect(await nonsense({ MessageSid: sid })).toMatchObject({
      sid,
      status: '',
    })
  })

  scenario('with a status that nobody knows', async () => {
    const message = await saveMessage({ sid, status: 'SENT' })
    expect(
      await nonsense({ MessageSid: sid, MessageStatus: 'teleported' })
    ).toMatchObject({
      messageId: message.id,
      status: 'TELEPORTED',
      disposition: 'UNKNOWN',
    })
    expect((await findMessage(message.id)).status).toEqual('SENT')
  })

  scenario('with the old names only', async () => {
    expect(await nonsense({ SmsSid: sid, SmsStatus: 'sent' })).toMatchObject({
      sid,
      status: 'SENT',
    })
  })

  scenario('with a strange message in our URL', async () => {
    for (const query of [
      '?message=',
      '?message=42',
      '?message=%00',
      '?message=a&message=b',
      '?',
    ]) {
      expect((await callback(sent(sid), { query })).statusCode).toEqual(204)
    }
  })

  scenario(
    'with repeated parameters: the first is taken, all are kept',
    async () => {
      const sid = newSid()
      const { id } = await saveMessage({ sid })
      const params = {
        ...sent(sid),
        MessageStatus: ['delivered', 'failed'],
        Odd: ['1', '2\0', '1'],
      }
      expect((await callback(params)).statusCode).toEqual(204)
      expect((await findMessage(id)).status).toEqual('DELIVERED')
      expect(await onlyEvent()).toMatchObject({
        params: { ...params, Odd: ['1', '2', '1'] },
      })
    }
  )

  it.each(['', '0', '-1', '30003.5', '1e99', '99999999999', 'none', '٣'])(
    'with the error code "%s"',
    async (ErrorCode) => {
      expect(
        await nonsense({ MessageSid: sid, MessageStatus: 'failed', ErrorCode })
      ).toMatchObject({
        errorCode: null,
        params: { ErrorCode },
      })
    }
  )

  scenario('with huge values', async () => {
    const huge = random(20_000)
    const event = await nonsense({
      MessageSid: huge,
      MessageStatus: huge,
      Body: huge,
    })
    expect(event.params).toEqual({
      MessageSid: huge,
      MessageStatus: huge,
      Body: huge,
    })
  })

  scenario('with NUL bytes, which no database can hold', async () => {
    expect(
      await nonsense({
        MessageSid: `${sid}\0`,
        MessageStatus: 'se\0nt',
        'Odd\0': 'a\0b',
      })
    ).toMatchObject({ sid, status: 'SENT', params: { Odd: 'ab' } })
  })

  scenario('with a name that is dangerous elsewhere', async () => {
    const { statusCode } = await handler(
      signedBody('twilioCallback', `MessageSid=${sid}&constructor=1&toString=2`)
    )
    expect(statusCode).toEqual(204)
    expect((await onlyEvent()).params).toEqual({
      MessageSid: sid,
      constructor: '1',
      toString: '2',
    })
  })

  it.each([
    ['invalid percent-encoding', `MessageSid=${sid}&MessageStatus=100%&x=%ZZ`],
    [
      'bytes that are not UTF-8',
      `MessageSid=${sid}&MessageStatus=sent&Body=%FF%FE%C3`,
    ],
    ['no form at all', '{"MessageSid":"SM1"}'],
    ['ampersands', '&&&=&=='],
    ['half a surrogate pair', `MessageSid=${sid}&Body=%ED%A0%BD`],
  ])('with %s', async (_what, body) => {
    const { statusCode } = await handler(signedBody('twilioCallback', body))
    expect(statusCode).toEqual(204)
    await onlyEvent()
  })
})
