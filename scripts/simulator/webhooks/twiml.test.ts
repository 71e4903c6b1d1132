import assert from 'node:assert/strict'
import { test } from 'node:test'

import { twiml } from 'twilio'

import { parseTwiml, TwimlError } from './twiml'

const XML = 'text/xml; charset=utf-8'

test("what twilio's own builder writes is read back", () => {
  const response = new twiml.MessagingResponse()
  const first = response.message({ to: '+14155550100', action: '/status' }, '')
  first.body('One & <two>')
  first.media('https://a.test/a.png')
  response.message('Three')
  response.redirect({ method: 'POST' }, '/next')
  assert.deepEqual(parseTwiml(response.toString(), XML), {
    messages: [
      {
        to: '+14155550100',
        from: null,
        action: '/status',
        body: 'One & <two>',
        mediaUrls: ['https://a.test/a.png'],
      },
      { to: null, from: null, action: null, body: 'Three', mediaUrls: [] },
    ],
    redirect: { url: '/next', method: 'POST' },
  })
})

test('no reply is an empty response, or nothing at all', () => {
  const nothing = { messages: [], redirect: null }
  assert.deepEqual(parseTwiml('<Response/>', 'application/xml'), nothing)
  assert.deepEqual(parseTwiml('', ''), nothing)
})

test('plain text is a reply', () => {
  const { messages } = parseTwiml('Hello', 'text/plain')
  assert.equal(messages[0].body, 'Hello')
})

const BROKEN: [says: string, text: string, type: string, code: number][] = [
  ['no Content-Type', '<Response/>', '', 12300],
  ['JSON', '{}', 'application/json', 12300],
  ['XML that is none', '<Response>', XML, 12100],
  ['another root', '<Answer/>', XML, 12100],
  ['more than 64 KB', `<Response>${' '.repeat(65536)}</Response>`, XML, 11750],
]

for (const [says, text, type, code] of BROKEN) {
  test(`${says} is ${code}`, () => {
    assert.throws(
      () => parseTwiml(text, type),
      (error) => error instanceof TwimlError && error.code === code
    )
  })
}
