import Fastify from 'fastify'
import pg from 'pg'
import twilio from 'twilio'

// What a hand-written handler would do at the least: verify, one prepared UPDATE. No history, no ordering, no events.

const { API_BASE_URL, API_PORT, DATABASE_URL, TWILIO_AUTH_TOKEN } = process.env

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 20 })

const UPDATE = {
  name: 'update_status',
  text: 'UPDATE "Message" SET status = $2::"MessageStatus" WHERE sid = $1',
}

/** The message and whom it is from; nothing of what an inbox shows, and no order. */
const INSERT = {
  name: 'insert_message',
  text: `
    WITH contact AS (
      INSERT INTO "Contact" (id, address) VALUES (gen_random_uuid(), $2)
      ON CONFLICT (address) DO UPDATE SET address = excluded.address RETURNING id
    ), conversation AS (
      INSERT INTO "Conversation" (id, "contactId", channel, "senderAddress")
      SELECT gen_random_uuid(), id, 'SMS', $3 FROM contact
      ON CONFLICT ("contactId", channel, "senderAddress") DO UPDATE SET "senderAddress" = excluded."senderAddress"
      RETURNING id
    )
    INSERT INTO "Message" (id, sid, "conversationId", direction, channel, "from", "to", body, status)
    SELECT gen_random_uuid(), $1, id, 'INBOUND', 'SMS', $2, $3, $4, 'RECEIVED' FROM conversation
    ON CONFLICT (sid) DO NOTHING`,
}

const app = Fastify()

app.addContentTypeParser(
  'application/x-www-form-urlencoded',
  { parseAs: 'string' },
  (_request, body, done) => done(null, body)
)

app.post('/.redwood/functions/twilioCallback', async (request, reply) => {
  const params = Object.fromEntries(new URLSearchParams(request.body))
  const signature = request.headers['x-twilio-signature'] ?? ''
  const url = API_BASE_URL + request.url
  if (!twilio.validateRequest(TWILIO_AUTH_TOKEN, signature, url, params)) {
    return reply.code(403).send()
  }
  const values = [params.MessageSid, params.MessageStatus.toUpperCase()]
  await pool.query({ ...UPDATE, values })
  return reply.code(204).send()
})

app.post('/.redwood/functions/twilioMessage', async (request, reply) => {
  const params = Object.fromEntries(new URLSearchParams(request.body))
  const signature = request.headers['x-twilio-signature'] ?? ''
  const url = API_BASE_URL + request.url
  if (!twilio.validateRequest(TWILIO_AUTH_TOKEN, signature, url, params)) {
    return reply.code(403).send()
  }
  const { MessageSid, From, To, Body } = params
  await pool.query({ ...INSERT, values: [MessageSid, From, To, Body] })
  return reply.type('text/xml').send('<Response/>')
})

await app.listen({ port: Number(API_PORT), host: '127.0.0.1' })
