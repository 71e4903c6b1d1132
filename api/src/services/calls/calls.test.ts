import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { newSid, OURS } from 'test-support/messages'
import { twilioRequest } from 'test-support/twilioRequest'

import { handler } from 'src/functions/twilioVoice/twilioVoice'
import { FIRST_MANNER } from 'src/lib/calls/callSettings'
import { db } from 'src/lib/db'

let administrator: Credentials

beforeEach(async () => {
  await emptyDatabase()
  administrator = await keyFor('ADMIN')
})

const FIELDS = 'address answer text language maxSeconds'
const LIST = `{ callSettings { ${FIELDS} } spokenLanguages }`
const SAVE = `mutation (
  $address: String, $answer: CallAnswer!, $text: String!, $language: String!, $maxSeconds: Int!
) {
  saveCallSettings(
    address: $address, answer: $answer, text: $text, language: $language, maxSeconds: $maxSeconds
  ) { ${FIELDS} }
}`
const DELETE =
  'mutation ($address: String!) { deleteCallSettings(address: $address) { id } }'

const CLOSED = {
  answer: 'SAY',
  text: 'We are closed.',
  language: 'en-GB',
  maxSeconds: 60,
}

const save = (input: object = {}) =>
  ask(administrator, SAVE, { ...CLOSED, ...input })

const list = async () => {
  const { data } = await ask(administrator, LIST)
  return data.callSettings
}

describe('how calls are answered', () => {
  it('is decided before anybody has decided it', async () => {
    const { data } = await ask(administrator, LIST)
    expect(data.callSettings).toEqual([{ address: null, ...FIRST_MANNER }])
    expect(data.spokenLanguages).toContain(FIRST_MANNER.language)
  })

  it('is changed for all numbers, and for one of them', async () => {
    await save()
    await save({ text: 'Still closed.' })
    await save({ address: ' +1 (500) 555-0006 ', answer: 'RECORD' })
    expect(await list()).toEqual([
      { address: null, ...CLOSED, text: 'Still closed.' },
      { address: OURS, ...CLOSED, answer: 'RECORD' },
    ])
  })

  it('is one row when ten decide it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => save({ text: `Closed ${n}` }))
    )
    expect(answers.filter(({ errors }) => errors)).toEqual([])
    expect(await db.callSettings.count()).toBe(1)
  })

  it.each([
    [{ address: '12' }, 'not a phone number'],
    [{ address: 'sip:two words' }, 'not a phone number'],
    [{ text: ' \n ' }, 'empty'],
    [{ text: 'x'.repeat(4097) }, '4097 characters'],
    [{ text: 'a bell \u0007' }, 'nobody can say'],
    [{ text: 'a NUL \0' }, 'nobody can say'],
    [{ text: 'half an emoji \ud83d' }, 'nobody can say'],
    [{ language: 'tlh' }, 'does not speak'],
    [{ maxSeconds: 0 }, '1 to 3600'],
    [{ maxSeconds: 3601 }, '1 to 3600'],
  ])('is not %j', async (input, says) => {
    const answer = await save(input)
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0].message).toContain(says)
    expect(await db.callSettings.count()).toBe(0)
  })

  it('is that of all others again when a number’s own is deleted', async () => {
    const address = 'sip:front@example.com'
    await save({ address })
    const { errors } = await ask(administrator, DELETE, { address })
    expect(errors).toBeUndefined()
    expect(await list()).toEqual([{ address: null, ...FIRST_MANNER }])
    const again = await ask(administrator, DELETE, { address })
    expect(codeOf(again)).toBe('NOT_FOUND')
  })

  it('keeps that of all numbers, whatever is to be deleted', async () => {
    await save()
    for (const address of ['', '\0', '%']) {
      const answer = await ask(administrator, DELETE, { address })
      expect(codeOf(answer)).toBe('NOT_FOUND')
    }
    expect(await db.callSettings.count()).toBe(1)
  })
})

it('a call is asked for with its message, and with its reports', async () => {
  const sid = newSid('CA')
  const params = { CallSid: sid, From: 'anonymous', To: OURS }
  const tell = (query: string, fields: Record<string, string>) =>
    handler(twilioRequest('twilioVoice', { ...params, ...fields }, { query }))
  await tell('', { CallStatus: 'ringing' })
  await tell('?event=recording', {
    RecordingSid: newSid('RE'),
    RecordingUrl: 'https://api.twilio.com/Recordings/RE1',
    RecordingStatus: 'completed',
    RecordingDuration: '31',
  })
  await tell('?event=status', { CallStatus: 'completed', CallDuration: '40' })
  const { data } = await ask(
    administrator,
    `query ($sid: String!) {
      messageStatus(sid: $sid) {
        from
        media { contentType url }
        call { sid status answer durationSeconds recordedSeconds }
        timeline { id status source disposition }
      }
    }`,
    { sid }
  )
  const event = { id: expect.stringMatching(/^call-\d+$/), source: 'CALLBACK' }
  expect(data.messageStatus).toEqual({
    from: 'anonymous',
    media: [{ contentType: 'audio/mpeg', url: null }],
    call: {
      sid,
      status: 'COMPLETED',
      answer: 'RECORD',
      durationSeconds: 40,
      recordedSeconds: 31,
    },
    timeline: [
      { ...event, status: 'RINGING', disposition: 'APPLIED' },
      { ...event, status: 'RECORDING_COMPLETED', disposition: 'APPLIED' },
      { ...event, status: 'COMPLETED', disposition: 'APPLIED' },
    ],
  })
})
