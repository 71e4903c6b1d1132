import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'

import type { GraphQLSchema } from 'graphql'

import { inRoot } from '../bootstrap/paths.mjs'

import type { ServerCommand } from './exceptions'
import { type Demo, startDemo } from './support/demo'
import { makeKey } from './support/makeKey'
import { pages } from './support/page'
import { askSchema, Reader, serve } from './support/runPage'

const NOT_RUN = inRoot('test-results', 'reports', 'docs-not-run.txt')

const RUN = ['bash', 'sh', 'js', 'graphql']

const followed = pages().filter(({ blocks }) =>
  blocks.some(({ language }) => RUN.includes(language))
)

let demo: Demo
const last = new Set<ServerCommand>()

before(async () => {
  demo = await startDemo()
})
after(() => demo?.close())

// Two pages at a time: most of it is the start of programs.
describe('what a page says works', { concurrency: 2 }, () => {
  let schema: Promise<GraphQLSchema> | undefined
  const notRun: string[] = []

  const readSchema = async () => askSchema(demo.env, await makeKey(demo.env))

  after(() => {
    fs.mkdirSync(path.dirname(NOT_RUN), { recursive: true })
    fs.writeFileSync(NOT_RUN, `Of the docs, not run:\n${notRun.join('\n')}\n`)
  })

  for (const page of followed) {
    test(page.file, async () => {
      const reader = new Reader(page, demo, () => (schema ??= readSchema()))
      const { ran, exceptions, last: later } = await reader.follow()
      later.forEach((server) => last.add(server))
      assert.ok(ran + exceptions.length + later.length > 0)
      notRun.push(
        ...exceptions.map(
          ({ line, reason }) => `  ${page.file}: ${line} (it ${reason})`
        )
      )
    })
  }
})

test('what builds api/dist anew works, too', async () => {
  for (const server of last) {
    await serve(demo.env, server)
  }
})
