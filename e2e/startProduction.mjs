import { spawn } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'

import { inRoot, root } from '../scripts/bootstrap/paths.mjs'
import { freePort } from '../scripts/bootstrap/ports.mjs'
import { runQuietly } from '../scripts/bootstrap/processes.mjs'
import { REDWOOD } from '../scripts/bootstrap/redwood.mjs'
import { prepareTestDatabase } from '../scripts/bootstrap/testDatabase.mjs'
import { waitUntilAnswering } from '../scripts/bootstrap/waitUntilAnswering.mjs'

const LOGS = inRoot('test-results')

/** Who the tests log in as, and who works beside them. */
const OPERATOR = {
  email: 'operator@heliograph.test',
  password: 'e2e-operator',
  name: 'Operator',
  role: 'ADMIN',
}
const COLLEAGUE = {
  email: 'ada@heliograph.test',
  password: 'e2e-colleague',
  name: 'Ada Lovelace',
  role: 'AGENT',
}

const hex = (bytes) => crypto.randomBytes(bytes).toString('hex')

/** A production of its own: ports that are free, a database made anew, an account that only this run knows. */
async function environment(lane) {
  const [web, api, simulator] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
  ])
  return {
    ...process.env,
    NODE_ENV: 'production',
    SERVE_WEB: '1',
    DATABASE_URL: await prepareTestDatabase(`heliograph_e2e_${lane}`),
    WEB_PORT: `${web}`,
    API_PORT: `${api}`,
    SIMULATOR_PORT: `${simulator}`,
    API_BASE_URL: `http://localhost:${web}`,
    TWILIO_ACCOUNT_SID: `AC${hex(16)}`,
    TWILIO_AUTH_TOKEN: hex(16),
    TWILIO_PHONE_NUMBER: '+15005550006',
    TWILIO_API_BASE_URL: `http://localhost:${simulator}`,
    SESSION_SECRET: hex(32),
    // A test is a receiver of events by itself.
    WEBHOOK_ALLOWED_HOSTS: 'localhost',
  }
}

/** Starts a server, in the tests' own process group, whose log goes to a file among the test results. */
function start(name, words, env) {
  const log = fs.openSync(inRoot('test-results', `${name}.log`), 'w')
  return spawn(process.execPath, words, {
    cwd: root,
    env,
    stdio: ['ignore', log, log],
  })
}

const death = (child) =>
  new Promise((_resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`A server died (${code}): its log is in ${LOGS}`))
    )
  })

const stop = (child) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      return resolve()
    }
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })

async function createUser({ email, password, name, role }, env) {
  const { code, output } = await runQuietly(
    process.execPath,
    [
      ...[REDWOOD, 'exec', '--silent', '--no-prisma', 'createUser'],
      ...['--role', role, '--name', name],
      ...['--email', email, '--password', password],
    ],
    { env }
  )
  if (code !== 0) {
    throw new Error(`${name} could not be created:\n${output}`)
  }
}

/**
 * Starts the production build and the Twilio simulator, with an operator who can log in.
 *
 * @param {number} lane which one, of those that stand side by side
 */
export async function startProduction(lane) {
  fs.mkdirSync(LOGS, { recursive: true })
  const env = await environment(lane)
  const simulator = ['--import', 'tsx', 'scripts/simulator/simulator.ts']
  const children = [
    start(`simulator-${lane}`, simulator, env),
    start(`server-${lane}`, [inRoot('api', 'dist', 'server.js')], env),
  ]
  const baseUrl = `http://localhost:${env.WEB_PORT}`
  const simulatorUrl = `http://localhost:${env.SIMULATOR_PORT}`
  const answering = Promise.all([
    createUser(OPERATOR, env),
    createUser(COLLEAGUE, env),
    waitUntilAnswering({
      'the Twilio simulator': simulatorUrl,
      'the server': `${baseUrl}/.redwood/functions/graphql/health`,
    }),
  ])
  // Who has died never answers.
  await Promise.race([answering, ...children.map(death)])
  return {
    stop: () => Promise.all(children.map(stop)),
    production: {
      baseUrl,
      simulatorUrl,
      account: {
        accountSid: env.TWILIO_ACCOUNT_SID,
        authToken: env.TWILIO_AUTH_TOKEN,
        phoneNumber: env.TWILIO_PHONE_NUMBER,
      },
      operator: { email: OPERATOR.email, password: OPERATOR.password },
      colleague: { email: COLLEAGUE.email, password: COLLEAGUE.password },
    },
  }
}
