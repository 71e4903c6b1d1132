import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'

import { inRoot } from '../bootstrap/paths.mjs'

import { readPage } from './support/page'

const read = (file: string) => JSON.parse(fs.readFileSync(inRoot(file), 'utf8'))

/** Each workspace, with its heading on the page. */
const WORKSPACES = {
  'package.json': 'Root: tools and tests',
  'api/package.json': 'API',
  'web/package.json': 'Pages',
}

const named = (file: string): Record<string, string> => {
  const { dependencies, optionalDependencies, devDependencies } = read(file)
  return { ...dependencies, ...optionalDependencies, ...devDependencies }
}

const page = readPage('docs/dependencies.md')

const section = (title: string) =>
  page.text.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? ''

const rows = (text: string) =>
  [...text.matchAll(/^\| `([^`]+)` \| ([^|]*) \|/gm)].map(
    ([, name, reason]) => ({ name, reason: reason.trim() })
  )

for (const [file, title] of Object.entries(WORKSPACES)) {
  test(`each package that ${file} names is on the page, with its reason, and no other`, () => {
    const onPage = rows(section(title))
    assert.deepEqual(
      onPage.map(({ name }) => name).sort(),
      Object.keys(named(file)).sort()
    )
    assert.deepEqual(
      onPage.filter(({ reason }) => reason === ''),
      []
    )
  })

  test(`${file} pins each version`, () => {
    const loose = Object.entries<string>({
      ...named(file),
      ...read(file).resolutions,
    }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    assert.deepEqual(loose, [])
  })
}

test('each resolution is on the page, and no other', () => {
  const packageOf = (name: string) => name.replace(/(?<=.)@npm:.*/, '')
  assert.deepEqual(
    [...new Set(rows(section('Resolutions')).map(({ name }) => name))].sort(),
    [
      ...new Set(Object.keys(read('package.json').resolutions).map(packageOf)),
    ].sort()
  )
})

/** Packages of the lock with their versions. */
const lock = fs.readFileSync(inRoot('yarn.lock'), 'utf8')
const locked = new Set(
  [
    ...lock.matchAll(/^ {2}resolution: "((?:@[^/]+\/)?[^@]+)@npm:([^"]+)"/gm),
  ].map(([, name, version]) => `${name} ${version}`)
)

test('each version that is known to be vulnerable, and is kept, is still in the lock', () => {
  const [table] = page.tables.filter(({ header }) => header[0].text === 'kept')
  const kept = table.rows.map(([cell]) => cell.text.replaceAll('`', ''))
  assert.ok(kept.length > 0)
  assert.deepEqual(
    kept.filter((each) => !locked.has(each)),
    []
  )
})
