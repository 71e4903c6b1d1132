import { PlainError } from './errors.mjs'
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs'
import { inRoot } from './paths.mjs'
import { runQuietly } from './processes.mjs'

const SCHEMA = inRoot('api', 'db', 'schema.prisma')

// Among what is generated, so that it goes when that goes.
const STAMP = inRoot('node_modules', '.prisma', 'client', '.heliograph')

/** Runs Prisma's CLI; its output is shown only when it fails. */
export async function prisma(args, env = {}) {
  const cli = inRoot('node_modules', 'prisma', 'build', 'index.js')
  const { code, output } = await runQuietly(process.execPath, [cli, ...args], {
    env: { ...process.env, ...env },
  })
  if (code !== 0) {
    console.error(output.trim())
    throw new PlainError(`\`prisma ${args.join(' ')}\` failed.`)
  }
}

/** Generates the Prisma client, if the schema or Prisma is another than it was generated from. */
export async function ensurePrismaClient() {
  const manifest = inRoot('node_modules', 'prisma', 'package.json')
  const mark = fingerprint([SCHEMA, manifest])
  if (!isStamped(STAMP, mark)) {
    console.log('Generating the Prisma client …')
    await prisma(['generate'])
    writeStamp(STAMP, mark)
  }
}
