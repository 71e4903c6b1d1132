import assert from 'node:assert/strict'
import { test } from 'node:test'

import { parseEnv } from './env.mjs'

test('it reads what dotenv reads', () => {
  const text = [
    'PLAIN=value',
    'export EXPORTED=value',
    '  SPACED =  value  ',
    'EMPTY=',
    'COMMENTED=value # why',
    '# NOTHING=value',
    "SINGLE='a # b\\n'",
    'DOUBLE="a # b\\nc"',
    'MANY="first',
    'second"',
    'URL=postgresql://user:pass@host:5432/db?schema=a',
  ].join('\r\n')
  assert.deepEqual(parseEnv(text), {
    PLAIN: 'value',
    EXPORTED: 'value',
    SPACED: 'value',
    EMPTY: '',
    COMMENTED: 'value',
    SINGLE: 'a # b\\n',
    DOUBLE: 'a # b\nc',
    MANY: 'first\nsecond',
    URL: 'postgresql://user:pass@host:5432/db?schema=a',
  })
})
