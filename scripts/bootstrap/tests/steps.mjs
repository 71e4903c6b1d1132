import { buildProduction } from '../buildProduction.mjs'
import { inRoot } from '../paths.mjs'
import { ESLINT, JEST, TYPE_GENERATOR } from '../redwood.mjs'
import { prepareTestDatabase } from '../testDatabase.mjs'

import { filesUnder } from './files.mjs'
import {
  jestCounts,
  nodeCounts,
  playwrightCounts,
  readReport,
  reportFile,
} from './reports.mjs'

/*
 * Each step is a function of `node`, which runs Node with these words and gives its exit code, and gives
 * { code, passed, failed }, and perhaps what is to be `shown` though it passed.
 */

export async function lint(node) {
  const extensions = '.js,.cjs,.mjs,.jsx,.ts,.tsx'
  const folders = ['api/src', 'web/src', 'scripts', 'e2e']
  return {
    code: await node([
      ESLINT,
      '--max-warnings=0',
      '--ext',
      extensions,
      ...folders,
    ]),
  }
}

/** Redwood's types follow from the GraphQL schema, the routes and the pages. */
export async function types(node) {
  const generated = await node([TYPE_GENERATOR])
  if (generated !== 0) {
    return { code: generated }
  }
  // Libraries' own declarations are theirs to mend, and Redwood's type check skips them too.
  const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc')
  for (const project of ['api', 'web', 'scripts']) {
    const code = await node([
      tsc,
      '--noEmit',
      '--skipLibCheck',
      '-p',
      `${project}/tsconfig.json`,
    ])
    if (code !== 0) {
      return { code }
    }
  }
  return { code: 0 }
}

async function jest(node, side, env, ...flags) {
  const report = reportFile(`${side}.json`)
  const code = await node(
    [
      ...[JEST, '--projects', side],
      ...['--json', '--outputFile', report, ...flags],
    ],
    { NODE_ENV: 'test', ...env }
  )
  return { code, ...jestCounts(report) }
}

export async function api(node) {
  const url = await prepareTestDatabase(
    'heliograph_test',
    process.env.TEST_DATABASE_URL
  )
  const env = {
    DATABASE_URL: url,
    TEST_DATABASE_URL: url,
    // Redwood would push schema.prisma, which knows nothing of what the migrations write in SQL.
    SKIP_DB_PUSH: '1',
  }
  // All of them empty the same tables, so never two at once.
  // Who may do what, as the test of the rights finds it.
  const matrix = reportFile('denial-matrix.txt')
  const done = await jest(node, 'api', env, '--runInBand')
  return { ...done, shown: readReport(matrix) }
}

export const web = (node) => jest(node, 'web', {})

export async function scripts(node) {
  const report = reportFile('scripts.tap')
  // What the tests of all faults and crash points write, and those of several processes.
  const tables = ['fault-matrix', 'kill-matrix', 'rolling-upgrade'].map(
    (name) => reportFile(`${name}.txt`)
  )
  const code = await node([
    ...['--import', 'tsx', '--test'],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
    ...filesUnder('scripts', /^scripts.(?!docs\b).*\.test\.m?[jt]s$/),
  ])
  const shown = tables.map(readReport).filter(Boolean).join('\n')
  return { code, ...nodeCounts(report), shown: shown || undefined }
}

/** What the pages of the docs say, on the build. */
export async function docs(node) {
  const report = reportFile('docs.tap')
  // What the pages show and no test runs, and why.
  const notRun = reportFile('docs-not-run.txt')
  const code = await node([
    ...['--import', 'tsx', '--test'],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
    ...filesUnder('scripts/docs', /\.test\.ts$/),
  ])
  return { code, ...nodeCounts(report), shown: readReport(notRun) }
}

export async function build(node) {
  return { code: await buildProduction(node) }
}

export async function browser(node) {
  const report = reportFile('browser.json')
  const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js')
  const code = await node([cli, 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  return { code, ...playwrightCounts(report) }
}
