import { ConfigurationError, readConfig } from './readConfig'
import { SIMULATOR_ACCOUNT } from './simulatorAccount'

const DATABASE_URL = 'postgresql://heliograph@localhost/heliograph'

const development = { NODE_ENV: 'development', DATABASE_URL }

const production = {
  NODE_ENV: 'production',
  DATABASE_URL,
  API_BASE_URL: 'https://inbox.example.com',
  TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: '2'.repeat(32),
  TWILIO_PHONE_NUMBER: '+15551234567',
  SESSION_SECRET: '3'.repeat(32),
}

type Environment = Parameters<typeof readConfig>[0]

const complaint = (environment: Environment) => {
  try {
    readConfig(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError)
    return (error as Error).message
  }
  throw new Error('It was taken for right.')
}

const without = (environment: Environment, name: string) => {
  const { [name]: _left, ...rest } = environment
  return rest
}

describe('development', () => {
  it('needs nothing but a database: all else is the simulator’s', () => {
    expect(readConfig(development)).toMatchObject({
      production: false,
      publicOrigin: 'http://localhost:8910',
      worker: 'inline',
      mediaFolder: '.media',
      mediaAllowedHosts: [],
      sendWaitMs: 3_000,
      databasePoolSize: 20,
      drainSeconds: 0,
      redactAtTwilio: false,
      reconcileUnconfirmedSeconds: 30,
      reconcileStuckSeconds: 43_200,
      logLevel: 'warn',
      twilio: {
        accountSid: SIMULATOR_ACCOUNT.accountSid,
        signingTokens: [SIMULATOR_ACCOUNT.authToken],
        phoneNumber: SIMULATOR_ACCOUNT.phoneNumber,
        apiBaseUrl: 'http://localhost:8912',
        timeoutMs: 10_000,
      },
    })
  })

  it('follows its ports', () => {
    expect(
      readConfig({ ...development, WEB_PORT: '3000', SIMULATOR_PORT: '3002' })
    ).toMatchObject({
      publicOrigin: 'http://localhost:3000',
      twilio: { apiBaseUrl: 'http://localhost:3002' },
    })
  })

  it('takes an empty value for one that is not set', () => {
    expect(
      readConfig({ ...development, TWILIO_PHONE_NUMBER: '', WORKER: '  ' })
    ).toEqual(readConfig(development))
  })
})

describe('production', () => {
  it('has what it was given, and nothing of the simulator', () => {
    const config = readConfig(production)
    expect(config).toMatchObject({
      production: true,
      publicOrigin: 'https://inbox.example.com',
      logLevel: 'info',
      twilio: { apiBaseUrl: undefined, phoneNumber: '+15551234567' },
    })
    for (const value of Object.values(SIMULATOR_ACCOUNT)) {
      expect(JSON.stringify(config)).not.toContain(value)
    }
  })

  it.each([
    'DATABASE_URL',
    'TWILIO_ACCOUNT_SID',
    'TWILIO_AUTH_TOKEN',
    'TWILIO_PHONE_NUMBER',
    'SESSION_SECRET',
  ])('does not start without %s, and says so in one line', (name) => {
    const line = complaint(without(production, name))
    expect(line).toMatch(new RegExp(`^${name} is missing`))
    expect(line).not.toContain('\n')
    expect(complaint({ ...production, [name]: '' })).toEqual(line)
  })

  it('names all that is missing', () => {
    const line = complaint({ NODE_ENV: 'production' })
    for (const name of [
      'DATABASE_URL',
      'TWILIO_ACCOUNT_SID',
      'TWILIO_AUTH_TOKEN',
      'SESSION_SECRET',
    ]) {
      expect(line).toContain(name)
    }
  })

  it('writes from a number or through a Messaging Service', () => {
    const service = `MG${'4'.repeat(32)}`
    const environment = {
      ...without(production, 'TWILIO_PHONE_NUMBER'),
      TWILIO_MESSAGING_SERVICE_SID: service,
    }
    expect(readConfig(environment).twilio).toMatchObject({
      phoneNumber: undefined,
      messagingServiceSid: service,
    })
  })

  it('refuses the simulator’s token, which everybody knows, unless it speaks to a simulator', () => {
    const known = {
      ...production,
      TWILIO_AUTH_TOKEN: SIMULATOR_ACCOUNT.authToken,
    }
    expect(complaint(known)).toMatch(/^TWILIO_AUTH_TOKEN is wrong/)
    const simulated = { ...known, TWILIO_API_BASE_URL: 'http://localhost:8912' }
    expect(readConfig(simulated).twilio.apiBaseUrl).toEqual(
      'http://localhost:8912'
    )
  })

  it('refuses the simulator’s token as the secondary one, too', () => {
    const known = {
      ...production,
      TWILIO_AUTH_TOKEN_SECONDARY: SIMULATOR_ACCOUNT.authToken,
    }
    expect(complaint(known)).toMatch(/^TWILIO_AUTH_TOKEN_SECONDARY is wrong/)
  })
})

describe.each([
  ['development', development],
  ['production', production],
])('a wrong value in %s', (_where, environment) => {
  it.each([
    ['DATABASE_URL', 'mysql://localhost/heliograph'],
    ['DATABASE_URL', 'localhost'],
    ['REDIS_URL', 'http://localhost'],
    ['WEB_PORT', 'http'],
    ['WEB_PORT', '0'],
    ['API_PORT', '70000'],
    ['SIMULATOR_PORT', '-1'],
    ['API_BASE_URL', 'inbox.example.com'],
    ['API_BASE_URL', 'ftp://inbox.example.com'],
    ['API_BASE_URL', 'https://inbox.example.com?x=1'],
    ['API_BASE_URL', 'https://inbox.example.com#x'],
    ['API_BASE_URL', 'https://me:secret@inbox.example.com'],
    ['TWILIO_ACCOUNT_SID', 'AC123'],
    ['TWILIO_ACCOUNT_SID', `SK${'1'.repeat(32)}`],
    ['TWILIO_API_KEY_SID', `AC${'1'.repeat(32)}`],
    ['TWILIO_PHONE_NUMBER', '555 1234'],
    ['TWILIO_PHONE_NUMBER', '(415) 555-0100'],
    ['TWILIO_MESSAGING_SERVICE_SID', '+15551234567'],
    ['TWILIO_CONVERSATIONS_SERVICE_SID', 'IS1'],
    ['TWILIO_API_BASE_URL', 'localhost:8912'],
    ['TWILIO_TIMEOUT_MS', '0'],
    ['TWILIO_TIMEOUT_MS', '10s'],
    ['TWILIO_TIMEOUT_MS', '1.5'],
    ['SEND_WAIT_MS', '0'],
    ['SEND_WAIT_MS', '3s'],
    ['SENDER_SEGMENTS_PER_SECOND', '-1'],
    ['DATABASE_POOL_SIZE', '9'],
    ['DATABASE_POOL_SIZE', 'many'],
    ['DRAIN_SECONDS', '-1'],
    ['DRAIN_SECONDS', '11'],
    ['REDACT_AT_TWILIO', 'perhaps'],
    ['MEDIA_S3_BUCKET', 'My bucket'],
    ['MEDIA_S3_ENDPOINT', 's3.example.com'],
    ['MEDIA_ALLOWED_HOSTS', 'files.example.com/media'],
    ['MEDIA_ALLOWED_HOSTS', 'files.example.com,,10.0.0.7'],
    ['MEDIA_ALLOWED_HOSTS', 'me@files.example.com'],
    ['MEDIA_ALLOWED_HOSTS', '10.0.0.7:port'],
    ['WORKER', 'outline'],
    ['RECONCILE_UNCONFIRMED_SECONDS', 'soon'],
    ['RECONCILE_STUCK_SECONDS', '0'],
    ['AUDIT_DAYS', '29'],
    ['AUDIT_DAYS', 'for ever'],
    ['LOG_LEVEL', 'loud'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
    ['SESSION_SECRET', 'short'],
    // It becomes a key of 32 bytes.
    ['SESSION_SECRET', 'ü'.repeat(32)],
  ])('%s=%s is named in one line', (name, value) => {
    const line = complaint({ ...environment, [name]: value })
    expect(line).toMatch(new RegExp(`^${name} is wrong: it [a-z]`))
    expect(line).toMatch(/\.$/)
    expect(line).not.toContain('\n')
  })

  it.each(['MEDIA_S3_ACCESS_KEY_ID', 'MEDIA_S3_SECRET_ACCESS_KEY'])(
    'a bucket without %s is named in one line',
    (name) => {
      const bucket = {
        MEDIA_S3_BUCKET: 'heliograph-media',
        MEDIA_S3_ACCESS_KEY_ID: 'key',
        MEDIA_S3_SECRET_ACCESS_KEY: 'secret',
      }
      expect(
        readConfig({ ...environment, ...bucket }).mediaBucket
      ).toMatchObject({ endpoint: 'https://s3.us-east-1.amazonaws.com' })
      expect(complaint({ ...environment, ...bucket, [name]: '' })).toEqual(
        `${name} is missing: MEDIA_S3_BUCKET needs it.`
      )
    }
  )

  it.each(['TWILIO_API_KEY_SID', 'TWILIO_API_KEY_SECRET'])(
    '%s is nothing alone',
    (name) => {
      const line = complaint({ ...environment, [name]: `SK${'1'.repeat(32)}` })
      expect(line).toContain('TWILIO_API_KEY_SID')
      expect(line).toContain('TWILIO_API_KEY_SECRET')
    }
  )

  it('a worker elsewhere needs Redis', () => {
    const external = { ...environment, WORKER: 'external' }
    expect(complaint(external)).toMatch(/^REDIS_URL is missing/)
    expect(
      readConfig({ ...external, REDIS_URL: 'redis://localhost' }).worker
    ).toEqual('external')
  })

  it('no secret is told', () => {
    const SECRET = 'hunter2hunter2'
    for (const name of ['SESSION_SECRET', 'DATABASE_URL', 'REDIS_URL']) {
      expect(complaint({ ...environment, [name]: SECRET })).not.toContain(
        SECRET
      )
    }
  })
})

it('has no slash at the end of an origin', () => {
  expect(
    readConfig({ ...development, API_BASE_URL: 'https://inbox.example.com/' })
      .publicOrigin
  ).toEqual('https://inbox.example.com')
})

it('accepts signatures by both tokens during a rotation', () => {
  const { signingTokens, authToken } = readConfig({
    ...production,
    TWILIO_AUTH_TOKEN_SECONDARY: '5'.repeat(32),
  }).twilio
  expect(signingTokens).toEqual([production.TWILIO_AUTH_TOKEN, '5'.repeat(32)])
  expect(authToken).toEqual(production.TWILIO_AUTH_TOKEN)
})

it('reads the hosts that may be fetched from, however they are written', () => {
  const MEDIA_ALLOWED_HOSTS = 'Files.example.com, 10.0.0.7:8080'
  expect(
    readConfig({ ...development, MEDIA_ALLOWED_HOSTS }).mediaAllowedHosts
  ).toEqual(['files.example.com', '10.0.0.7:8080'])
})
