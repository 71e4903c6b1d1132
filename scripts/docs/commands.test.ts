import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'

import type { GraphQLSchema } from 'graphql'

import { inRoot } from '../bootstrap/paths.mjs'

import { type Demo, startDemo } from './support/demo'
import { makeKey } from './support/makeKey'
import { pages } from './support/page'
import { askSchema, Reader } from './support/runPage'

const NOT_RUN = inRoot('test-results', 'reports', 'docs-not-run.txt')

const RUN = ['bash', 'sh', 'js', 'graphql']

const followed = pages().filter(({ blocks }) =>
  blocks.some(({ language }) => RUN.includes(language))
)

// Two pages at a time: most of it is the start of programs.
describe('what a page says works', { concurrency: 2 }, () => {
  let demo: Demo
  let schema: Promise<GraphQLSchema> | undefined
  const notRun: string[] = []

  const readSchema = async () => askSchema(demo.env, await makeKey(demo.env))

  before(async () => {
    demo = await startDemo()
  })

  after(async () => {
    await demo?.close()
    fs.mkdirSync(path.dirname(NOT_RUN), { recursive: true })
    fs.writeFileSync(NOT_RUN, `Of the docs, not run:\n${notRun.join('\n')}\n`)
  })

  for (const page of followed) {
    test(page.file, async () => {
      const reader = new Reader(page, demo, () => (schema ??= readSchema()))
      const { ran, exceptions } = await reader.follow()
      assert.ok(ran + exceptions.length > 0)
      notRun.push(
        ...exceptions.map(
          ({ line, reason }) => `  ${page.file}: ${line} (it ${reason})`
        )
      )
    })
  }
})
