import assert from 'node:assert/strict'
import { test } from 'node:test'

import { boundOf, REDIS_BOUND } from './connections'
import { WITHOUT_REDIS } from './fleet'
import { showTable } from './showTable'
import { upgrade, upgradeLines } from './upgrade'

// As much as two cores bear beside all else that a test does; `npm run bench -- --only upgrade` has more.
const RATE = { sendsPerSecond: 10, warmUpMs: 2_000 }

test(
  'an upgrade, one process after the other: nothing lost, doubled or missed',
  { skip: WITHOUT_REDIS },
  async () => {
    const done = await upgrade(RATE)
    showTable('rolling-upgrade.txt', upgradeLines(done))
    const { lost, doubled, missed, gaps, subscribers, connections } = done
    assert.deepEqual(
      { lost, doubled, missed },
      { lost: [], doubled: [], missed: [] }
    )
    assert.ok(gaps.length >= subscribers / 2, 'streams were broken off')
    assert.deepEqual(
      [...connections.most].filter(([name, n]) => n > boundOf(name)),
      []
    )
    assert.ok(
      connections.redis <= REDIS_BOUND,
      `${connections.redis} connections to Redis`
    )
  }
)
