import { parseArgs } from 'node:util'

/**
 * The options that were given after `yarn rw exec <script>`. Read from the command line itself: Redwood's own parser
 * takes `--name` for the name of the script, and makes numbers of what looks like one.
 */
export function readOptions<Name extends string>(
  script: string,
  names: readonly Name[]
): Partial<Record<Name, string>> {
  const start = process.argv.findIndex((word) => word.endsWith(script)) + 1
  const { values } = parseArgs({
    args: process.argv.slice(start),
    options: Object.fromEntries(
      names.map((name) => [name, { type: 'string' as const }])
    ),
    strict: false,
    allowPositionals: true,
  })
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === 'string')
  ) as Partial<Record<Name, string>>
}
