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

await app.listen({ port: Number(API_PORT), host: '127.0.0.1' })
