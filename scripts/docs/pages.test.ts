import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

import GithubSlugger from 'github-slugger'

import { parseEnv } from '../bootstrap/env.mjs'
import { inRoot } from '../bootstrap/paths.mjs'
import { filesUnder } from '../bootstrap/tests/files.mjs'

import { FOREIGN_VARIABLE, NOT_RUN, SERVERS } from './exceptions'
import { type Page, pages, readPage } from './support/page'
import { stepsOf } from './support/steps'

const PAGES = [...pages(), readPage('ARCHITECTURE.md')]

const read = (file: string) => fs.readFileSync(inRoot(file), 'utf8')

const anchors = ({ headings }: Page) => {
  const slugger = new GithubSlugger()
  return headings.map((heading) => slugger.slug(heading.replace(/[`*]/g, '')))
}

const isElsewhere = (target: string) => /^[a-z]+:/.test(target)

test('each link leads somewhere', () => {
  const lost = PAGES.flatMap((page) =>
    page.links
      .filter((target) => !isElsewhere(target))
      .filter((target) => {
        const [name, anchor] = target.split('#')
        const file = name
          ? path.posix.join(path.posix.dirname(page.file), name)
          : page.file
        return (
          !fs.existsSync(inRoot(file)) ||
          (anchor && !anchors(readPage(file)).includes(anchor))
        )
      })
      .map((target) => `${page.file}: ${target}`)
  )
  assert.deepEqual(lost, [])
})

/** What is named as a file or a folder of the project. */
const isPath = (span: string) =>
  /^(api|web|scripts|docs|e2e|\.github|\.ci)\/[\w./-]+$/.test(span) ||
  /^[\w.-]+\.(md|toml|lock)$/.test(span)

/** Made by the build or by running it. */
const isMade = (span: string) => /^(api|web)\/dist\b/.test(span)

test('each file that is named exists', () => {
  const lost = PAGES.filter(({ file }) => file !== 'ARCHITECTURE.md').flatMap(
    ({ file, spans }) =>
      spans
        .filter((span) => isPath(span) && !isMade(span))
        .filter((span) => !fs.existsSync(inRoot(span)))
        .map((span) => `${file}: ${span}`)
  )
  assert.deepEqual(lost, [])
})

const SHELL = ['bash', 'sh']
const NOT_COMMANDS = [
  ...['graphql', 'js', 'json', 'yaml', 'ini', 'text', 'sql', 'diff', 'caddy'],
  ...['dockerfile', ''],
]

test('commands stand in blocks of a language that is run', () => {
  const odd = PAGES.flatMap(({ blocks }) =>
    blocks
      .filter(({ language }) => ![...SHELL, ...NOT_COMMANDS].includes(language))
      .map(({ place, language }) => `${place}: ${language}`)
  )
  assert.deepEqual(odd, [])
})

const shellBlocks = PAGES.flatMap(({ blocks }) =>
  blocks.filter(({ language }) => SHELL.includes(language))
)

test('each exception and each server is still in a page', () => {
  const steps = shellBlocks.flatMap(({ text }) => stepsOf(text))
  const lost = [
    ...NOT_RUN.filter(
      ({ words }) =>
        !steps.some(
          (step) => step.kind === 'not run' && step.line.startsWith(words)
        )
    ),
    ...SERVERS.filter(
      (server) =>
        !steps.some((step) => step.kind === 'server' && step.server === server)
    ),
  ].map(({ words }) => words)
  assert.deepEqual(lost, [])
})

/** Commands wherever they stand, in blocks and in sentences. */
const commands = PAGES.flatMap(({ file, spans, blocks }) =>
  [...spans, ...blocks.map(({ text }) => text)].map((text) => ({ file, text }))
)

const found = (pattern: RegExp) =>
  commands.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([, name]) => ({ file, name }))
  )

test('each npm script that is named exists, and each is named', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const named = [
    ...found(/\bnpm run (?:-s )?([\w:]+)/g),
    ...found(/\bnpm (start|test)\b/g),
  ]
  assert.deepEqual(
    named.filter(({ name }) => !(name in scripts)),
    []
  )
  assert.deepEqual(
    Object.keys(scripts).filter(
      (script) => !named.some(({ name }) => name === script)
    ),
    []
  )
})

test('each script of administration that is named exists', () => {
  const lost = found(/\b(?:yarn rw|rw --) exec (\w+)/g).filter(
    ({ name }) => !fs.existsSync(inRoot(`scripts/${name}.ts`))
  )
  assert.deepEqual(lost, [])
})

const VARIABLES = parseEnv(
  read('.env.defaults').replace(/^# (?=[A-Z_]+=)/gm, '')
)

/** What the compose file asks for. */
const composed = new Set(
  [...read('compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name)
)

const isVariable = (name: string) => name in VARIABLES || composed.has(name)

/** Words of the code in capitals: enumerations, codes of errors. */
const codeWords = new Set(
  [
    ...filesUnder('api/src', /\.ts$/),
    'api/db/schema.prisma',
    'scripts/bootstrap/env.mjs',
  ].flatMap(
    (file) => read(file).match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? []
  )
)

const setIn = (text: string) =>
  [...text.matchAll(/\b([A-Z][A-Z0-9_]+)=/g)].map(([, name]) => name)

test('each variable that is named exists', () => {
  const lost = PAGES.flatMap(({ file, spans, blocks }) => {
    const own = new Set(
      blocks
        .filter(({ language }) => SHELL.includes(language))
        .flatMap(({ text }) => setIn(text))
    )
    const configured = [
      ...spans.flatMap(setIn),
      ...blocks
        .filter(({ language }) => language === 'ini')
        .flatMap(({ text }) => setIn(text)),
    ].filter((name) => !isVariable(name))
    const named = spans
      .filter((span) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(span))
      .filter(
        (name) => !(isVariable(name) || codeWords.has(name) || own.has(name))
      )
    return [...configured, ...named]
      .filter((name) => name !== 'NODE_ENV' && !FOREIGN_VARIABLE.test(name))
      .map((name) => `${file}: ${name}`)
  })
  assert.deepEqual(lost, [])
})

test('each failure has a test that shows it', () => {
  const { tables } = readPage('docs/failures.md')
  const rows = tables.flatMap(({ rows: lines }) => lines)
  assert.ok(rows.length > 20)
  for (const row of rows) {
    const shown = row.at(-1)?.text ?? ''
    assert.match(
      shown,
      /\]\(\.\.\/[\w./-]+\.(test|spec)\.tsx?\)/,
      `no test: ${row[0].text}`
    )
  }
})
