import fs from 'node:fs'
import path from 'node:path'

const REPORTS = path.resolve(__dirname, '../../test-results/reports')

/** As a table, and where `npm test` finds it: it shows the output of a step only where that failed. */
export function showTable(file: string, lines: string[]) {
  const table = lines.join('\n')
  console.log(table)
  fs.mkdirSync(REPORTS, { recursive: true })
  fs.writeFileSync(path.join(REPORTS, file), `${table}\n`)
}
