import assert from 'node:assert/strict'
import { test } from 'node:test'

import { connectionOverrides } from './connectionOverrides'

test('without a fragment, Twilio repeats once and only what never connected', () => {
  assert.deepEqual(connectionOverrides('https://a.test/x?y#'), {
    overrides: {
      ct: 5000,
      rt: 15000,
      tt: 15000,
      rc: 1,
      rp: new Set(['ct']),
    },
    errors: [],
  })
})

test('each part of the fragment is read', () => {
  const { overrides, errors } = connectionOverrides(
    'https://a.test/#ct=200&rt=300&tt=4000&rc=5&rp=4xx,5xx&sni=y&e=ashburn'
  )
  assert.deepEqual(errors, [])
  assert.deepEqual(overrides, {
    ct: 200,
    rt: 300,
    tt: 4000,
    rc: 5,
    rp: new Set(['4xx', '5xx']),
  })
  const all = connectionOverrides('https://a.test/#rp=all').overrides.rp
  assert.deepEqual(all, new Set(['4xx', '5xx', 'ct', 'rt']))
})

test('what makes no sense is left at its default and reported', () => {
  const { overrides, errors } = connectionOverrides(
    'https://a.test/#rc=6&ct=99&tt=x&rp=sometimes'
  )
  assert.deepEqual(errors, [11240, 11240, 11240, 11243])
  assert.deepEqual(overrides, connectionOverrides('').overrides)
})
