import assert from 'node:assert/strict'
import { test } from 'node:test'

import { createTasks } from './tasks'

test('a failure of what nobody awaits is logged, and ends nothing', async (t) => {
  const log = t.mock.method(console, 'error', () => {})
  const tasks = createTasks()
  const failure = new Error('It broke')
  tasks.background(Promise.reject(failure))
  await tasks.idle()
  assert.deepEqual(
    log.mock.calls.map(({ arguments: [error] }) => error),
    [failure]
  )
})
