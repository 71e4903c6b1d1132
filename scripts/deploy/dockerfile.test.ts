import assert from 'node:assert/strict'
import path from 'node:path'
import { describe, test } from 'node:test'

import dockerignore from '@balena/dockerignore'

import { dockerfile } from './support/dockerfile'
import { exists, isCommand, read } from './support/project'

const ignored = dockerignore().add(read('.dockerignore'))

const isSent = (file: string) => !ignored.ignores(path.normalize(file))

/** What the image has of the project, as the paths that it has there. */
const copied = dockerfile.copiesOfImage.flatMap(({ sources }) => sources)

const isInImage = (file: string) =>
  copied.some(
    (source) =>
      file === source || file.startsWith(`${source.replace(/\/$/, '')}/`)
  )

const IMPORT = /(?:from|import|import\(|require\()\s*['"]([^'"]+)['"]/g

/** Every module that a file loads, and those load, as they are written: ours by their paths. */
const loadedBy = (file: string, seen = new Set<string>()): Set<string> => {
  if (!seen.has(file)) {
    seen.add(file)
    for (const [, specifier] of read(file).matchAll(IMPORT)) {
      if (specifier.startsWith('.')) {
        loadedBy(path.join(path.dirname(file), specifier), seen)
      } else {
        seen.add(specifier)
      }
    }
  }
  return seen
}

describe('the Dockerfile', () => {
  test('copies what there is, and what is not kept from it', () => {
    const fromProject = dockerfile.copies.filter(({ from }) => !from)
    assert.ok(fromProject.length >= 5)
    for (const { sources } of fromProject) {
      for (const source of sources) {
        assert.ok(exists(source), `${source} is not there`)
        assert.ok(source === '.' || isSent(source), `${source} is ignored`)
      }
    }
  })

  test('copies from stages that come before', () => {
    for (const { from } of dockerfile.copies) {
      assert.ok(from === null || dockerfile.names.includes(from), `${from}`)
    }
  })

  test('sends no secret, no data and nothing that was built elsewhere', () => {
    const kept = [
      '.env',
      '.env.production',
      '.pg/data',
      '.media/1',
      '.git/HEAD',
    ]
    const made = ['node_modules/x', 'api/dist/server.js', 'web/dist/index.html']
    for (const file of [...kept, ...made]) {
      assert.ok(!isSent(file), file)
    }
    assert.ok(isSent('.env.defaults'))
    assert.ok(isSent('api/src/lib/logger.ts'))
  })

  test('runs Node as the first process, as nobody in particular', () => {
    assert.deepEqual(dockerfile.user, ['node'])
    assert.equal(dockerfile.command[0], 'node')
    assert.ok(isCommand(dockerfile.command))
    const [program, check] = JSON.parse(dockerfile.healthCheck ?? '[]')
    assert.equal(program, 'node')
    assert.ok(exists(check) && isInImage(check))
  })

  test('has what its commands load', () => {
    const { dependencies } = JSON.parse(read('package.json'))
    // prisma.config.ts is read by Prisma's command.
    const entries = ['serve', 'migrate', 'rw', 'administer'].map(
      (name) => `scripts/bootstrap/commands/${name}.mjs`
    )
    const loaded = [...entries, 'scripts/bootstrap/run.cjs', 'prisma.config.ts']
      .flatMap((file) => [...loadedBy(file)])
      .filter((name) => !name.startsWith('node:'))
    for (const name of loaded) {
      if (/^(scripts|prisma\.config)/.test(name)) {
        assert.ok(isInImage(name), `${name} is not in the image`)
      } else if (!ONLY_ELSEWHERE.has(name)) {
        const [scope, rest] = name.split('/')
        const known = scope.startsWith('@') ? `${scope}/${rest}` : scope
        assert.ok(known in dependencies, `${known} is no dependency`)
      }
    }
  })
})

/** What makes the build loads this; graphile-worker is the API's own, and is looked for from there. */
const ONLY_ELSEWHERE = new Set(['esbuild', 'graphile-worker'])
