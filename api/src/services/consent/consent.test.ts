import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { saveMessage } from 'test-support/messages'

import { listen } from 'src/lib/live/listen'

const SET = `mutation ($id: ID!, $allowed: Boolean!, $note: String) {
  setConsent(conversationId: $id, allowed: $allowed, note: $note) {
    optedOutAt optOutSource consent { allowed source by note }
  }
}`

let agent: Credentials
let id: string

beforeEach(async () => {
  await emptyDatabase()
  agent = await keyFor('AGENT')
  id = (await saveMessage()).conversationId
})

const decide = (allowed: boolean, note?: string) =>
  ask(agent, SET, { id, allowed, note })

it('an operator opts a contact out and in again: who, and why', async () => {
  const told = firstOf(1, listen(['conversationChanged']))
  const out = (await decide(false, ' Asked on the phone ')).data.setConsent
  expect(out).toMatchObject({
    optedOutAt: expect.any(String),
    optOutSource: 'OPERATOR',
    consent: [
      {
        allowed: false,
        source: 'OPERATOR',
        by: 'a program that is AGENT',
        note: 'Asked on the phone',
      },
    ],
  })
  expect(await told).toMatchObject([{ conversationId: id }])
  const back = (await decide(true, 'Signed the form')).data.setConsent
  expect(back).toMatchObject({ optedOutAt: null, optOutSource: null })
  expect(back.consent).toHaveLength(2)
})

it('what is so already is no news', async () => {
  await decide(false)
  const { data } = await decide(false)
  expect(data.setConsent.consent).toHaveLength(1)
})

it.each([
  [undefined, 'no note'],
  ['  ', 'an empty one'],
  ['x'.repeat(501), 'one that is too long'],
  ['\0', 'one that can’t be kept'],
])('is not allowed again with %p: %s', async (note, _what) => {
  await decide(false)
  expect(codeOf(await decide(true, note))).toEqual('BAD_USER_INPUT')
})

it('knows no conversation that is not there', async () => {
  id = 'none'
  expect(codeOf(await decide(false))).toEqual('NOT_FOUND')
})
