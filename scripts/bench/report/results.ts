import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Where the results and the servers' logs of the latest run lie; git ignores it. */
export const RESULTS = path.resolve(__dirname, '../../../bench-results')

/** What the numbers depend on. */
const machine = () => ({
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  cores: os.cpus().length,
  memoryGB: Math.round(os.totalmem() / 2 ** 30),
})

/** Writes a run's results as JSON, and gives the file's path. */
export function writeResults(name: string, results: object): string {
  fs.mkdirSync(RESULTS, { recursive: true })
  const file = path.join(RESULTS, `${name}.json`)
  const content = { at: new Date().toISOString(), ...machine(), ...results }
  fs.writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
  return file
}
