import fs from 'node:fs'

import { inRoot } from '../paths.mjs'

/** Where a runner leaves its report: a new place each time, so that an old one is never counted. */
export function reportFile(name) {
  const file = inRoot('test-results', 'reports', name)
  fs.mkdirSync(inRoot('test-results', 'reports'), { recursive: true })
  fs.rmSync(file, { force: true })
  return file
}

/** What a runner left; undefined where it left nothing. */
export const readReport = (file) =>
  fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined

const json = (file) => JSON.parse(readReport(file) ?? '{}')

/** A suite that could not even be loaded has no tests that failed, so it counts as one. */
export function jestCounts(file) {
  const report = json(file)
  return {
    passed: report.numPassedTests ?? 0,
    failed:
      (report.numFailedTests ?? 0) + (report.numRuntimeErrorTestSuites ?? 0),
  }
}

/** Node's TAP report ends with `# pass 12` and its like. */
export function nodeCounts(file) {
  const text = readReport(file) ?? ''
  const count = (word) =>
    Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(text)?.[1] ?? 0)
  return { passed: count('pass'), failed: count('fail') + count('cancelled') }
}

export function playwrightCounts(file) {
  const { stats = {}, errors = [] } = json(file)
  return {
    passed: (stats.expected ?? 0) + (stats.flaky ?? 0),
    failed: (stats.unexpected ?? 0) + errors.length,
  }
}
