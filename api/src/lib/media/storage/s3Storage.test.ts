import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import S3rver from 's3rver'
import { v7 as uuid } from 'uuid'

import { s3Storage } from './s3Storage'
import { NotStoredError, type Storage } from './storage'

const ACCOUNT = {
  bucket: 'heliograph-media',
  region: 'us-east-1',
  accessKeyId: 'S3RVER',
  secretAccessKey: 'S3RVER',
}

let folder: string
let server: S3rver
let endpoint: string
let storage: Storage

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'heliograph-s3-'))
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: ACCOUNT.bucket, configs: [] }],
  })
  const { port } = await server.run()
  endpoint = `http://127.0.0.1:${port}`
  storage = s3Storage({ ...ACCOUNT, endpoint })
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const read = async (key: string) =>
  (await buffer(await storage.get(key))).toString()

it('gives back what it was given, also from a stream', async () => {
  const [one, other] = [uuid(), uuid()]
  await storage.put(one, Buffer.from('bytes'))
  await storage.put(
    other,
    Readable.from([Buffer.from('a '), Buffer.from('stream')])
  )
  expect([await read(one), await read(other)]).toEqual(['bytes', 'a stream'])
})

it('gives back each byte of a large file', async () => {
  const key = uuid()
  const bytes = Buffer.alloc(5_000_000, '0123456789abcdef')
  await storage.put(key, bytes)
  expect((await buffer(await storage.get(key))).equals(bytes)).toEqual(true)
})

it('gives a part, both ends included', async () => {
  const key = uuid()
  await storage.put(key, Buffer.from('0123456789'))
  const part = await storage.get(key, { start: 2, end: 4 })
  expect((await buffer(part)).toString()).toEqual('234')
})

it('says so where there is nothing', async () => {
  await expect(storage.get(uuid())).rejects.toThrow(NotStoredError)
})

it('deletes, also what is gone', async () => {
  const key = uuid()
  await storage.put(key, Buffer.from('bytes'))
  await storage.delete(key)
  await storage.delete(key)
  await expect(storage.get(key)).rejects.toThrow(NotStoredError)
})

it('says so where the account is refused', async () => {
  const stranger = s3Storage({
    ...ACCOUNT,
    endpoint,
    accessKeyId: 'STRANGER',
  })
  await expect(stranger.put(uuid(), Buffer.from('x'))).rejects.toThrow('403')
  await expect(stranger.check()).rejects.toThrow('403')
  await storage.check()
})

it.each(['../secret', '..', '', 'a\0b', `${uuid()}/../x`])(
  'reaches nothing outside: %j',
  async (key) => {
    await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow(
      NotStoredError
    )
    await expect(storage.get(key)).rejects.toThrow(NotStoredError)
  }
)
