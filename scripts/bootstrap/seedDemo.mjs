import { withClient } from './database.mjs'
import { PlainError } from './errors.mjs'
import { runQuietly } from './processes.mjs'
import { REDWOOD } from './redwood.mjs'

const hasUsers = () =>
  withClient(process.env.DATABASE_URL, async (client) => {
    const { rows } = await client.query(
      'SELECT EXISTS (SELECT FROM "User") AS some'
    )
    return rows[0].some
  })

/** Whether it is the simulator that is talked to: real accounts get no demo login, whose password everybody knows. */
export const isSimulated = () =>
  !process.env.TWILIO_ACCOUNT_SID && !process.env.TWILIO_API_BASE_URL

/** Fills a database in which nobody can log in yet with the demo (scripts/seed.ts). */
export async function seedDemo() {
  if (!isSimulated() || (await hasUsers())) {
    return
  }
  console.log('Seeding the demo …')
  const { code, output } = await runQuietly(process.execPath, [
    ...[REDWOOD, 'exec', '--silent', '--no-prisma', 'seed'],
  ])
  if (code !== 0) {
    console.error(output)
    throw new PlainError('The demo could not be seeded.')
  }
}
