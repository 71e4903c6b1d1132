import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { getPaths } from '@redwoodjs/project-config'

import { handler } from 'src/functions/metrics/metrics'
import { config } from 'src/lib/config/config'

// Whatever tells a figure.
import 'src/lib/batching/createBatcher'
import 'src/lib/graphql/streams/shareSubscriptions'
import 'src/lib/metrics/messages'
import 'src/lib/metrics/requests'
import 'src/lib/metrics/webhooks'

const read = (name: string) =>
  readFileSync(join(getPaths().base, 'docs', name), 'utf8')

interface Dashboard {
  panels: { title: string; targets?: { expr: string }[] }[]
}

const panels = (JSON.parse(read('grafana/heliograph.json')) as Dashboard).panels
const queries = panels.flatMap(({ title, targets = [] }) =>
  targets.map(({ expr }): [string, string] => [title, expr])
)
const page = read('alerts.md')
const alerts = [...page.matchAll(/- alert: (\w+)\n {2}expr: '(.+)'\n/g)].map(
  ([, name, expr]): [string, string] => [name, expr]
)

/** The names of figures in PromQL: what is left of a name after its labels, and of a histogram without its suffix. */
const namesIn = (text: string) => [
  ...new Set(
    (text.match(/\b(heliograph|nodejs|process)_[a-z0-9_]+\b/g) ?? []).map(
      (name) => name.replace(/_(bucket|sum|count)$/, '')
    )
  ),
]

let known: Set<string>

beforeAll(async () => {
  const authorization = `Bearer ${config.metricsToken}`
  const { body } = await handler({ headers: { authorization } })
  const names = [...body.matchAll(/^# TYPE (\S+)/gm)]
  known = new Set(names.map(([, name]) => name))
})

it.each([...queries, ...alerts])('%s asks for what there is', (_name, expr) => {
  const names = namesIn(expr)
  expect(names).not.toHaveLength(0)
  expect(names.filter((name) => !known.has(name))).toEqual([])
})

it('has an alert under each of its headings, and a text to it', () => {
  const [, section] = page.split('## Alerts\n')
  const headings = [...section.split('\n## ')[0].matchAll(/^### (\w+)$/gm)]
  expect(alerts.map(([name]) => name)).toEqual(headings.map(([, name]) => name))
  expect(alerts.length).toBeGreaterThan(10)
})

it('names what there is also in the text', () => {
  expect(namesIn(page).filter((name) => !known.has(name))).toEqual([])
})

it('shows each figure of ours', () => {
  const shown = new Set(queries.flatMap(([, expr]) => namesIn(expr)))
  const ours = [...known].filter((name) => /^heliograph_/.test(name))
  const elsewhere = ['heliograph_rollups_timestamp_seconds']
  expect(ours.filter((name) => !shown.has(name))).toEqual(elsewhere)
})
