import type { AddressInfo } from 'node:net'

import fastify, { type FastifyInstance } from 'fastify'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, keyFor, withKey } from 'test-support/graphql'
import { askAuth, logIn } from 'test-support/login'
import { logTexts } from 'test-support/logLines'
import { newSid, saveMessage } from 'test-support/messages'
import { twilioRequest } from 'test-support/twilioRequest'
import {
  refused,
  startTwilioServer,
  type TwilioServer,
} from 'test-support/twilioServer'

import { handler as twilioCallback } from 'src/functions/twilioCallback/twilioCallback'
import { handler as twilioMessage } from 'src/functions/twilioMessage/twilioMessage'
import { createUser } from 'src/lib/access/createUser'
import { config } from 'src/lib/config/config'
import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'
import { fastifyLogger } from 'src/lib/http/fastifyLogger'
import { observeRequests } from 'src/lib/http/observeRequests'
import { logger } from 'src/lib/logger'
import { signedLink } from 'src/lib/media/links/signedLink'
import { createEndpoint } from 'src/lib/webhooks/endpoints/endpoints'

const NUMBER = '4155550188'
const TEXT = 'zanzibar'
const PASSWORD = 'quetzal-hovercraft-91'

let twilio: TwilioServer
let server: FastifyInstance
let url: string

beforeAll(async () => {
  twilio = await startTwilioServer()
})

afterAll(async () => {
  await server.close()
  await twilio.close()
})

/** Made when the log is listened to: what Fastify makes of a logger keeps its level. */
const serve = async () => {
  server = fastify({ logger: fastifyLogger })
  observeRequests(server)
  server.get('/breaks', async () => {
    throw Object.assign(new Error(`No way to +1${NUMBER}`), {
      config: { data: TEXT, number: NUMBER },
    })
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
}

const SEND =
  'mutation ($to: String!, $body: String!) { sendSms(to: $to, body: $body) { id status errorCode } }'

/** What goes wrong, and what goes right, in a bad hour. */
const world = async () => {
  await serve()
  const key = await keyFor('ADMIN')
  twilio.answers.push(
    refused(
      400,
      21211,
      `The 'To' number +1${NUMBER} is not valid. Body=${TEXT}`
    ),
    refused(429, 20429, `Too many to 1${NUMBER}`),
    'reset'
  )
  for (let n = 0; n < 4; n++) {
    await ask(key, SEND, { to: `+1${NUMBER}`, body: TEXT })
  }
  // Bad operations: a value of another type, a text in the document, a right that is not there, a key that is none.
  await ask(key, SEND, { to: `+1${NUMBER}`, body: [TEXT] })
  await ask(key, `mutation { sendSms(to: "+1${NUMBER}" "${TEXT}") { id } }`)
  await ask(
    key,
    `mutation { sendSms(to: "+1${NUMBER}", text: "${TEXT}") { id } }`
  )
  await ask(key, SEND, { to: NUMBER, body: `${TEXT}\0` })
  await ask(await keyFor('VIEWER'), SEND, { to: `+1${NUMBER}`, body: TEXT })
  await ask(withKey(`hg_${TEXT}${'x'.repeat(36)}`), SEND, {})

  const inbound = {
    MessageSid: newSid(),
    From: `+1${NUMBER}`,
    To: '+15005550006',
    Body: TEXT,
    WaId: `1${NUMBER}`,
    ProfileName: TEXT,
  }
  await twilioMessage(twilioRequest('twilioMessage', inbound) as never)
  await twilioMessage(
    twilioRequest('twilioMessage', inbound, {
      tamper: { signature: `${TEXT}=` },
    }) as never
  )
  await twilioMessage(
    twilioRequest('twilioMessage', { ...inbound, MessageSid: '' }) as never
  )
  await twilioCallback(
    twilioRequest('twilioCallback', {
      MessageSid: inbound.MessageSid,
      MessageStatus: 'undelivered',
      ErrorCode: '30003',
      To: `+1${NUMBER}`,
    }) as never
  )
  // The database refuses.
  const query = jest.spyOn(pool, 'query').mockImplementation(async () =>
    Promise.reject(
      Object.assign(
        new Error(`invalid input syntax for type uuid: "${TEXT}"`),
        {
          code: '22P02',
          detail: `Key (address)=(+1${NUMBER}) is "${TEXT}"`,
        }
      )
    )
  )
  await twilioMessage(
    twilioRequest('twilioMessage', {
      ...inbound,
      MessageSid: newSid(),
    }) as never
  )
  query.mockRestore()
  await db.contact
    .create({ data: { address: `+1${NUMBER}`, nothing: TEXT } as never })
    .catch((error) => logger.error({ error }, 'Prisma'))
  await db.contact
    .create({ data: { address: `+1${NUMBER}` } })
    .catch((error) => logger.error(error))

  await createUser({
    email: `${TEXT}@example.com`,
    role: 'AGENT',
    password: PASSWORD,
  })
  await askAuth({
    method: 'login',
    username: `${TEXT}@example.com`,
    password: 'x',
  })
  for (let n = 0; n < 2; n++) {
    await askAuth({ method: 'login', username: 'nobody', password: PASSWORD })
  }
  const session = await logIn(`${TEXT}@example.com`, PASSWORD, {
    address: '198.51.100.7',
  })
  await ask(session, '{ me { email } }')
  const { secret } = await createEndpoint({
    url: 'https://hooks.example.com',
    events: ['message.received'],
  } as never)
  await fetch(`${url}/breaks?token=${TEXT}&to=%2B1${NUMBER}`, {
    headers: {
      cookie: String(session.cookie),
      authorization: `Bearer ${TEXT}`,
    },
  })
  const link = signedLink((await saveMessage()).id, new Date())
  // What somebody may write into a line one day.
  logger.info(
    {
      key,
      session,
      secret,
      link,
      secrets: config.twilio,
      params: inbound,
      deep: { er: { body: TEXT } },
    },
    link
  )
  logger
    .child({ req: inbound, text: TEXT })
    .warn(`${config.sessionSecret} ${config.databaseUrl} ${String(secret)}`)
  return [
    String(key.authorization).slice('Bearer '.length),
    String(session.cookie).split('=')[1],
    String(secret),
    new URL(link).searchParams.get('signature') as string,
    config.twilio.authToken,
    config.sessionSecret,
    new URL(config.databaseUrl).password,
    PASSWORD,
    TEXT,
    NUMBER,
  ].filter((each) => each.length > 3)
}

it('no number, text, key, cookie or password reaches the log, at its finest level', async () => {
  await emptyDatabase()
  const lines = logTexts()
  const hidden = await world()
  expect(lines.length).toBeGreaterThan(40)
  for (const text of hidden) {
    expect(lines.filter((line) => line.includes(text))).toEqual([])
  }
  for (const line of lines) {
    JSON.parse(line)
  }
  // And still it says what happened.
  const log = lines.join('')
  expect(log).toContain('+1********88')
  expect(log).toContain('Webhook refused')
  expect(log).toContain('22P02')
}, 120_000)
