import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { describe, test } from 'node:test'

import {
  inProject,
  isCommand,
  knownVariables,
  read,
  secondsToEnd,
} from './support/project'

const FOLDER = ['deploy', 'systemd'] as const
const files = fs.readdirSync(inProject(...FOLDER))

/** The settings of a unit, by their names; where one is there twice, the last. */
const settingsOf = (file: string) =>
  Object.fromEntries(
    [...read(...FOLDER, file).matchAll(/^(\w+)=(.*)$/gm)].map(
      ([, name, value]) => [name, value]
    )
  )

const units = files.map((file) => ({ file, unit: settingsOf(file) }))
const services = units.filter(({ unit }) => unit.Type === 'exec')

describe('the units of systemd', () => {
  test('are an API, a worker and a migration, which comes first', () => {
    assert.deepEqual(files.sort(), [
      'heliograph-api@.service',
      'heliograph-migrate.service',
      'heliograph-worker.service',
    ])
    for (const { unit } of services) {
      assert.equal(unit.Requires, 'heliograph-migrate.service')
      assert.ok(unit.After.includes('heliograph-migrate.service'))
    }
  })

  test('run commands that there are, with variables that there are', () => {
    const known = knownVariables().add('NODE_ENV')
    for (const { unit } of units) {
      const words = unit.ExecStart.split(' ')
      assert.ok(isCommand(words))
      for (const [, name] of unit.ExecStart.matchAll(/(\w+)=/g)) {
        assert.ok(known.has(name), name)
      }
      // What the file says wins over it, so it would say nothing.
      assert.equal(unit.Environment, undefined)
    }
  })

  test('end a process as it ends by itself: once told, and as slowly as it may', () => {
    for (const { unit } of services) {
      assert.equal(unit.KillMode, 'mixed')
      assert.equal(unit.KillSignal, 'SIGTERM')
      assert.ok(Number(unit.TimeoutStopSec) > secondsToEnd())
    }
  })

  test('may write where their state is, and nowhere else', () => {
    for (const { unit } of units) {
      assert.equal(unit.ProtectSystem, 'strict')
      assert.equal(unit.StateDirectory, 'heliograph')
      assert.equal(unit.NoNewPrivileges, 'yes')
      assert.notEqual(unit.User, 'root')
    }
  })

  test('are units to systemd itself, where there is one', () => {
    const paths = files.map((file) => inProject(...FOLDER, file))
    const { error, stderr } = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', ...paths],
      { encoding: 'utf8' }
    )
    // Of other units it may complain, too.
    const ofOurs = error
      ? []
      : stderr.split('\n').filter((line) => line.includes('heliograph'))
    assert.deepEqual(ofOurs, [])
  })
})
