import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

import fc from 'fast-check'

import { COSTS, TRAFFIC } from './costs'
import { plan } from './model'
import { scaleTable } from './scaleReport'

const PAGE = path.resolve(__dirname, '../../../docs/scale.md')

test('docs/scale.md says what the model says', () => {
  assert.ok(fs.readFileSync(PAGE, 'utf8').includes(scaleTable()), scaleTable())
})

test('docs/scale.md says what the model is fed with', () => {
  const page = fs.readFileSync(PAGE, 'utf8')
  const { send, callback, inbound, live, bytes, walPerByte } = COSTS
  for (const [name, node, database] of [
    ['a message sent', send.node, send.database],
    ['a status callback', callback.node, callback.database],
    ['an inbound message', inbound.node, inbound.database],
    ['an event that goes out live', live.node, 0],
  ] as const) {
    assert.ok(page.includes(`| ${name} | ${node} | ${database} |`), name)
  }
  assert.ok(page.includes(`${bytes.message} bytes`))
  assert.ok(page.includes(`${bytes.event} bytes`))
  assert.ok(page.includes(`${walPerByte} bytes of log`))
})

test('twice the messages never need less than before, nor more than twice of it and one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (rate) => {
      const [once, twice] = [rate, 2 * rate].map((one) =>
        plan(one, COSTS, TRAFFIC)
      )
      for (const key of [
        'processes',
        'databaseCores',
        'connections',
      ] as const) {
        assert.ok(twice[key] >= once[key])
      }
      assert.ok(twice.processes <= 2 * once.processes + 1)
      assert.ok(
        Math.abs(twice.gigabytesPerDay - 2 * once.gigabytesPerDay) < 1e-6
      )
    })
  )
})
