import type { AddressInfo } from 'node:net'

import fastify, { type FastifyInstance } from 'fastify'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { keyFor } from 'test-support/graphql'
import { CUSTOMER, newSid, saveMessage } from 'test-support/messages'
import { unzip } from 'test-support/unzip'

import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'
import { mediaStorage } from 'src/lib/media/storage/mediaStorage'

import { privacyRoutes } from './privacyRoutes'

let server: FastifyInstance
let url: string

beforeAll(async () => {
  server = fastify()
  server.register(privacyRoutes)
  await server.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

beforeEach(emptyDatabase)

const ask = async (id: string) =>
  fetch(`${url}/contacts/${id}.zip`, { headers: await keyFor('ADMIN') })

it('has all that is kept of a contact, for people and for programs', async () => {
  const { id: fileId } = await db.storedFile.create({
    data: { contentType: 'image/png', size: 5, name: '../../front door.png' },
  })
  await mediaStorage.put(fileId, Buffer.from('photo'))
  const message = await saveMessage({
    direction: 'INBOUND',
    sid: newSid(),
    body: '=cmd()',
  })
  const { id: mediaId } = await db.media.create({
    data: { messageId: message.id, position: 0, fileId },
  })
  await db.statusEvent.create({
    data: {
      messageId: message.id,
      status: 'RECEIVED',
      source: 'CALLBACK',
      disposition: 'APPLIED',
    },
  })
  await db.consentEvent.create({
    data: {
      conversationId: message.conversationId,
      allowed: false,
      source: 'KEYWORD',
      word: 'STOP',
    },
  })
  await db.threadEntry.create({
    data: {
      conversationId: message.conversationId,
      kind: 'NOTE',
      body: 'Rings twice',
    },
  })
  const { id } = await db.contact.update({
    where: { address: CUSTOMER },
    data: { name: 'Zora', notes: 'Likes tea' },
  })
  await saveMessage({ contact: '+14155550101', body: 'somebody else' })

  const response = await ask(id)
  expect(response.headers.get('content-type')).toEqual('application/zip')
  expect(response.headers.get('cache-control')).toEqual('no-store')
  const files = unzip(Buffer.from(await response.arrayBuffer()))
  const photo = `files/${mediaId}-front door.png`
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'README.txt',
      'contact.json',
      'messages.csv',
      'messages.ndjson',
      photo,
    ])
  )
  expect(files[photo]).toEqual('photo')
  expect(JSON.parse(files['contact.json'])).toMatchObject({
    address: CUSTOMER,
    name: 'Zora',
    notes: 'Likes tea',
    conversations: [
      { consent: [{ word: 'STOP' }], entries: [{ body: 'Rings twice' }] },
    ],
  })
  expect(JSON.parse(files['messages.ndjson'])).toMatchObject({
    body: '=cmd()',
    timeline: [{ status: 'RECEIVED' }],
    media: [{ file: photo }],
  })
  // What a spreadsheet would execute is a text there.
  expect(files['messages.csv']).toContain("'=cmd()")
  expect(JSON.stringify(files)).not.toContain('somebody else')
})

it('has each of many messages once, over several pages', async () => {
  const { conversationId } = await saveMessage()
  await pool.query(
    `INSERT INTO "Message" (id, "conversationId", direction, channel, "from", "to", body, status, "createdAt", "updatedAt")
     SELECT gen_random_uuid(), $1, 'INBOUND', 'SMS', 'a', 'b', 'No. ' || n, 'RECEIVED', now() - make_interval(secs => n / 2), now()
     FROM generate_series(1, 1999) n`,
    [conversationId]
  )
  const { id } = await db.contact.findUniqueOrThrow({
    where: { address: CUSTOMER },
  })
  const files = unzip(Buffer.from(await (await ask(id)).arrayBuffer()))
  const ids = files['messages.ndjson']
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id)
  expect([ids.length, new Set(ids).size]).toEqual([2000, 2000])
})

it('breaks off where a file is gone, and does not end as if it were whole', async () => {
  const { id: fileId } = await db.storedFile.create({
    data: { contentType: 'image/png', size: 5 },
  })
  const message = await saveMessage({ direction: 'INBOUND' })
  await db.media.create({
    data: { messageId: message.id, position: 0, fileId },
  })
  const { id } = await db.contact.findUniqueOrThrow({
    where: { address: CUSTOMER },
  })
  await expect(
    ask(id).then((response) => response.arrayBuffer())
  ).rejects.toThrow()
})

it.each(['none', '01909090-0000-7000-8000-000000000000'])(
  'there is no contact %s',
  async (id) => {
    expect((await ask(id)).status).toEqual(404)
  }
)
