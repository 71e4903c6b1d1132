import assert from 'node:assert/strict'
import { test } from 'node:test'

import { until } from './until'
import { createWorld } from './world'

const CREATE = `mutation ($name: String!) {
  createLabel(name: $name, color: TEAL) { id }
}`

/** Done by as many at once, each one thing after the other. */
const HANDS = 20

/** What is on record of each label: how often it was begun, and how often it ended. */
const RECORDS = `
  SELECT l.name, count(e.id) FILTER (WHERE e.outcome IS NULL)::int AS begun,
    count(e.id) FILTER (WHERE e.outcome = 'DONE')::int AS done
  FROM "Label" l LEFT JOIN "AuditEntry" e ON e.action = 'createLabel'
    AND e.arguments @> jsonb_build_array(jsonb_build_object('name', 'name', 'value', l.name))
  GROUP BY l.name`

interface Record {
  name: string
  begun: number
  done: number
}

test('nothing is done that the audit log has not heard of, wherever the process dies', async (t) => {
  const world = await createWorld('heliograph_audit')
  t.after(() => world.close())
  const answered = new Set<string>()
  let asked = 0
  const rounds = 3
  for (let round = 1; round <= rounds; round += 1) {
    const api = await world.start()
    const work = async () => {
      while (api.isAlive()) {
        asked += 1
        const name = `Label ${asked}`
        await api.query(CREATE, { name }).then(
          () => answered.add(name),
          () => {}
        )
      }
    }
    const hands = Array.from({ length: HANDS }, work)
    const enough = answered.size + 40
    await until('they are at it', async () => answered.size >= enough)
    await api.kill()
    await Promise.all(hands)
  }

  const { rows } = await world.database.query<Record>(RECORDS)
  assert.ok(rows.length >= answered.size)
  assert.deepEqual(
    rows.filter(({ begun }) => begun !== 1),
    [],
    'each that is there was written down before'
  )
  // What the dead process had begun stays begun: nobody invents its end.
  const open = rows.filter(({ done }) => done === 0)
  assert.deepEqual(
    open.filter(({ name }) => answered.has(name)),
    [],
    'each that was answered has its end'
  )
  t.diagnostic(
    `${asked} asked, ${rows.length} done, ${answered.size} answered, ${open.length} without an end`
  )
})
