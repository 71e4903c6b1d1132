import assert from 'node:assert/strict'
import { test } from 'node:test'

import { route } from './rwRoute.mjs'

const words = (text) => text.split(' ').filter(Boolean)

const CASES = {
  dev: { to: 'develop', args: [] },
  'dev web': { to: 'develop', args: ['web'] },
  'dev --help': { to: 'redwood', args: ['dev', '--help'] },
  serve: { to: 'serve', args: [] },
  'serve api': { to: 'serve', args: ['api'] },
  'serve web': { to: 'redwood', args: ['serve', 'web'] },
  build: { to: 'build', args: [] },
  'build api': { to: 'redwood', args: ['build', 'api'] },
  'prisma generate': { to: 'redwood', args: ['prisma', 'generate'] },
  'prisma migrate dev --name x': {
    to: 'redwood',
    args: words('prisma migrate dev --name x'),
    database: 'application',
  },
  'exec createUser --email a@example.com': {
    to: 'redwood',
    args: words('exec --silent --no-prisma createUser --email a@example.com'),
    database: 'application',
  },
  'exec exec': {
    to: 'redwood',
    args: words('exec --silent --no-prisma exec'),
    database: 'application',
  },
  'exec --list': { to: 'redwood', args: ['exec', '--list'] },
  'test api': {
    to: 'redwood',
    args: words('test api --no-db-push --maxWorkers=1'),
    database: 'test',
  },
  'test messages': {
    to: 'redwood',
    args: words('test messages --no-db-push --maxWorkers=1'),
    database: 'test',
  },
  'test web': { to: 'redwood', args: ['test', 'web'] },
  '': { to: 'redwood', args: [] },
}

for (const [command, expected] of Object.entries(CASES)) {
  test(`rw ${command}`, () => {
    assert.deepEqual(route(words(command)), expected)
  })
}
