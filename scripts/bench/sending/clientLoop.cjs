'use strict'

// What sending costs at the least: a process that calls Twilio's client in a loop, and keeps nothing.
const twilio = require('twilio')

const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_BASE_URL } =
  process.env
const client = twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN)
client.api.baseUrl = TWILIO_API_BASE_URL

/** Sends the messages, so many at a time. */
async function send({ messages, connections }) {
  const latencies = []
  const waiting = [...messages]
  const lane = async () => {
    while (waiting.length > 0) {
      const since = performance.now()
      await client.messages.create(waiting.shift())
      latencies.push(performance.now() - since)
    }
  }
  const before = process.cpuUsage()
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, lane))
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  return { latencies, seconds, cpuSeconds: (user + system) / 1e6 }
}

process.on('message', async (order) => process.send(await send(order)))
process.on('disconnect', () => process.exit())
