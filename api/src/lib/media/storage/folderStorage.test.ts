import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import { v7 as uuid } from 'uuid'

import { folderStorage } from './folderStorage'
import { NotStoredError, type Storage } from './storage'

let parent: string
let root: string
let storage: Storage

beforeEach(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'heliograph-storage-'))
  root = path.join(parent, 'not', 'there', 'yet')
  storage = folderStorage(root)
})

afterEach(() => rm(parent, { recursive: true }))

const read = async (key: string) =>
  (await buffer(await storage.get(key))).toString()

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

it('gives back what it was given, also from a stream', async () => {
  const [one, other] = [uuid(), uuid()]
  await storage.put(one, Buffer.from('bytes'))
  await storage.put(
    other,
    Readable.from([Buffer.from('a '), Buffer.from('stream')])
  )
  expect([await read(one), await read(other)]).toEqual(['bytes', 'a stream'])
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

it('says that it can be written to, before there is anything', async () => {
  await storage.check()
  expect(await filesIn(root)).toEqual([])
})

it('deletes, also what is gone', async () => {
  const key = uuid()
  await storage.put(key, Buffer.from('bytes'))
  await storage.delete(key)
  await storage.delete(key)
  await expect(storage.get(key)).rejects.toThrow(NotStoredError)
})

it('keeps each of many that come at once', async () => {
  const keys = Array.from({ length: 50 }, () => uuid())
  await Promise.all(keys.map((key) => storage.put(key, Buffer.from(key))))
  expect(await Promise.all(keys.map(read))).toEqual(keys)
})

it('shows one of several that come under one name, and never half of it', async () => {
  const key = uuid()
  const contents = ['a', 'b', 'c'].map((letter) => letter.repeat(300_000))
  await Promise.all(
    contents.map((content) => storage.put(key, Buffer.from(content)))
  )
  expect(contents).toContain(await read(key))
  expect(await filesIn(root)).toEqual([key])
})

it('leaves nothing of what breaks off', async () => {
  const key = uuid()
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('broken off')
    })()
  )
  await expect(storage.put(key, broken)).rejects.toThrow('broken off')
  await expect(storage.get(key)).rejects.toThrow(NotStoredError)
  expect(await filesIn(root)).toEqual([])
})

it('says so where it can not write', async () => {
  await writeFile(path.join(parent, 'not'), 'a file in the place of the folder')
  await expect(storage.put(uuid(), Buffer.from('bytes'))).rejects.toThrow()
  await expect(storage.check()).rejects.toThrow()
})

it.each(['../secret', '..', '/etc/passwd', '', 'a\0b', `${uuid()}/../x`])(
  'reaches nothing outside: %j',
  async (key) => {
    await writeFile(path.join(parent, 'secret'), 'untouched')
    await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow(
      NotStoredError
    )
    await expect(storage.get(key)).rejects.toThrow(NotStoredError)
    await expect(storage.delete(key)).rejects.toThrow(NotStoredError)
    expect(await filesIn(parent)).toEqual(['secret'])
  }
)
