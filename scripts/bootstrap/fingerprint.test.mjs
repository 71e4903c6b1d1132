import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'

import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fingerprint-'))
const file = path.join(folder, 'yarn.lock')

test('it changes with a file, with a word, and with nothing else', () => {
  fs.writeFileSync(file, 'a')
  const before = fingerprint([file], ['115', 'linux'])
  assert.equal(fingerprint([file], ['115', 'linux']), before)
  assert.notEqual(fingerprint([file], ['127', 'linux']), before)
  fs.writeFileSync(file, 'b')
  assert.notEqual(fingerprint([file], ['115', 'linux']), before)
})

test('a file that is not there has one too', () => {
  const missing = path.join(folder, 'missing')
  assert.equal(fingerprint([missing]), fingerprint([missing]))
})

test('a stamp holds for the mark that was written', () => {
  const stamp = path.join(folder, 'not', 'yet', 'there')
  assert.equal(isStamped(stamp, 'x'), false)
  writeStamp(stamp, 'x')
  assert.equal(isStamped(stamp, 'x'), true)
  assert.equal(isStamped(stamp, 'y'), false)
})
