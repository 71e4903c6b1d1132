import { cleanEnv, makeValidator, str, EnvError } from 'envalid'

import { SIMULATOR_ACCOUNT } from './simulatorAccount'

/** A wrong or missing setting; the message is one line and names the variable. */
export class ConfigurationError extends Error {}

type Environment = Record<string, string | undefined>

const matching = (pattern: RegExp, what: string) =>
  makeValidator((value: string) => {
    if (!pattern.test(value)) {
      throw new EnvError(`must be ${what}`)
    }
    return value
  })

const optional = { default: undefined }

const accountSid = matching(
  /^AC[0-9a-fA-F]{32}$/,
  "Twilio's account SID (AC and 32 hexadecimal digits)"
)
const keySid = matching(
  /^SK[0-9a-fA-F]{32}$/,
  "a Twilio API key's SID (SK and 32 hexadecimal digits)"
)
const messagingServiceSid = matching(
  /^MG[0-9a-fA-F]{32}$/,
  "a Messaging Service's SID (MG and 32 hexadecimal digits)"
)
const conversationsServiceSid = matching(
  /^IS[0-9a-fA-F]{32}$/,
  "a Conversations service's SID (IS and 32 hexadecimal digits)"
)
const phoneNumber = matching(
  /^(\+[1-9]\d{6,14}|\d{3,8})$/,
  'a phone number in E.164 (+15551234567) or a short code'
)
const bucketName = matching(
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  "a bucket's name (3 to 63 small letters, digits, hyphens and dots)"
)
const databaseUrl = matching(
  /^postgres(ql)?:\/\/\S+$/,
  'the URL of a PostgreSQL server (postgresql://…)'
)
const redisUrl = matching(
  /^rediss?:\/\/\S+$/,
  'the URL of a Redis server (redis://…)'
)

const origin = makeValidator((value: string) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new EnvError('must be an address such as https://inbox.example.com')
  }
  // Twilio signs without user and password, so a URL that has them could never be verified.
  if (url.username || url.password) {
    throw new EnvError('must not contain a user or a password')
  }
  return value.replace(/\/+$/, '')
})

const positive = makeValidator((value: string) => {
  const number = Number(value)
  if (!Number.isInteger(number) || number <= 0) {
    throw new EnvError('must be a whole number above 0')
  }
  return number
})

/** Shorter, and the log is gone before anybody asks. */
const FEWEST_DAYS = 30

const days = makeValidator((value: string) => {
  const number = Number(value)
  if (!Number.isInteger(number) || number < FEWEST_DAYS) {
    throw new EnvError(
      `must be a whole number of days, ${FEWEST_DAYS} at least`
    )
  }
  return number
})

const seconds = (most: number) =>
  makeValidator((value: string) => {
    const number = Number(value)
    if (!/^\d+$/.test(value) || number > most) {
      throw new EnvError(`must be a whole number of seconds, ${most} at most`)
    }
    return number
  })

/** A worker listens for its jobs by five of them. */
const poolSize = makeValidator((value: string) => {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 10 || number > 1_000) {
    throw new EnvError('must be a whole number from 10 to 1000')
  }
  return number
})

const portNumber = makeValidator((value: string) => {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new EnvError('must be a port number from 1 to 65535')
  }
  return number
})

const oneOf = <Choice extends string>(...choices: Choice[]) =>
  makeValidator((value: string) => {
    if (!(choices as string[]).includes(value)) {
      throw new EnvError(`must be one of ${choices.join(', ')}`)
    }
    return value as Choice
  })

const isHost = (host: string) =>
  /^[^\s/?#@]+$/.test(host) && URL.canParse(`http://${host}`)

const hosts = makeValidator((value: string) => {
  const list = value.split(',').map((host) => host.trim().toLowerCase())
  if (!list.every(isHost)) {
    throw new EnvError(
      'must be hosts, such as files.example.com, 10.0.0.7:8080'
    )
  }
  return list
})

// dbAuth makes an AES-256 key of its first 32 characters, which therefore must be bytes.
const sessionSecret = matching(
  /^[\x20-\x7e]{32,}$/,
  '32 characters at least, of ASCII only'
)

const describe = (name: string, error: Error, production: boolean) => {
  if (error.name === 'EnvMissingError') {
    return `${name} is missing${production ? ': production needs it (see .env.defaults)' : ''}.`
  }
  return `${name} is wrong: it ${error.message}.`
}

/**
 * Reads and checks the configuration.
 *
 * Development and tests fall back on the simulator's account; production has no fallback for anything
 * that is secret or that names an account.
 *
 * @throws {ConfigurationError} one line that names the variable
 */
export function readConfig(environment: Environment) {
  const production = environment.NODE_ENV === 'production'
  // An empty value in a .env file means 'not set'.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value?.trim())
  )
  const simulated = <T extends object>(defaults: T) =>
    production ? {} : defaults

  const env = cleanEnv(
    given,
    {
      DATABASE_URL: databaseUrl(),
      DATABASE_POOL_SIZE: poolSize({ default: 20 }),
      REDIS_URL: redisUrl(optional),
      WEB_PORT: portNumber({ default: 8910 }),
      API_PORT: portNumber({ default: 8911 }),
      SIMULATOR_PORT: portNumber({ default: 8912 }),
      API_BASE_URL: origin(optional),
      TWILIO_ACCOUNT_SID: accountSid(
        simulated({ default: SIMULATOR_ACCOUNT.accountSid })
      ),
      TWILIO_AUTH_TOKEN: str(
        simulated({ default: SIMULATOR_ACCOUNT.authToken })
      ),
      TWILIO_AUTH_TOKEN_SECONDARY: str(optional),
      TWILIO_API_KEY_SID: keySid(optional),
      TWILIO_API_KEY_SECRET: str(optional),
      TWILIO_PHONE_NUMBER: phoneNumber(optional),
      TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid(optional),
      TWILIO_CONVERSATIONS_SERVICE_SID: conversationsServiceSid(optional),
      TWILIO_API_BASE_URL: origin(optional),
      TWILIO_TIMEOUT_MS: positive({ default: 10_000 }),
      SEND_WAIT_MS: positive({ default: 3_000 }),
      SENDER_SEGMENTS_PER_SECOND: positive(optional),
      WORKER: oneOf('inline', 'external')({ default: 'inline' }),
      DRAIN_SECONDS: seconds(10)({ default: 0 }),
      RECONCILE_UNCONFIRMED_SECONDS: positive({ default: 30 }),
      RECONCILE_STUCK_SECONDS: positive({ default: 43_200 }),
      REDACT_AT_TWILIO: oneOf('yes', 'no')({ default: 'no' }),
      METRICS_TOKEN: str(optional),
      OTEL_EXPORTER_OTLP_ENDPOINT: origin(optional),
      OTEL_SERVICE_NAME: str({ default: 'heliograph' }),
      MEDIA_FOLDER: str({ default: '.media' }),
      MEDIA_S3_BUCKET: bucketName(optional),
      MEDIA_S3_ENDPOINT: origin(optional),
      MEDIA_S3_REGION: str({ default: 'us-east-1' }),
      MEDIA_S3_ACCESS_KEY_ID: str(optional),
      MEDIA_S3_SECRET_ACCESS_KEY: str(optional),
      MEDIA_ALLOWED_HOSTS: hosts({ default: [] }),
      WEBHOOK_ALLOWED_HOSTS: hosts({ default: [] }),
      SESSION_SECRET: sessionSecret(
        simulated({ default: 'development-only-session-secret-0' })
      ),
      SESSION_IDLE_HOURS: positive({ default: 72 }),
      SESSION_MAX_DAYS: positive({ default: 14 }),
      AUDIT_DAYS: days(optional),
      TRUSTED_PROXIES: str({ default: 'loopback' }),
      OPERATIONS_PER_MINUTE: positive({ default: 30_000 }),
      ANONYMOUS_PER_MINUTE: positive({ default: 600 }),
      STREAMS_PER_USER: positive({ default: 200 }),
      STREAMS: positive({ default: 5_000 }),
      CONNECTIONS: positive({ default: 10_000 }),
      LOG_LEVEL: oneOf(
        'trace',
        'debug',
        'info',
        'warn',
        'error',
        'fatal',
        'silent'
      )({ default: production ? 'info' : 'warn' }),
    },
    {
      reporter: ({ errors }) => {
        const wrong = Object.entries(errors)
        if (wrong.length > 0) {
          throw new ConfigurationError(
            wrong
              .map(([name, error]) =>
                describe(name, error as Error, production)
              )
              .join(' ')
          )
        }
      },
    }
  )

  if (!!env.TWILIO_API_KEY_SID !== !!env.TWILIO_API_KEY_SECRET) {
    throw new ConfigurationError(
      'TWILIO_API_KEY_SID and TWILIO_API_KEY_SECRET belong together: one of them is missing.'
    )
  }
  if (env.MEDIA_S3_BUCKET) {
    const missing = (
      ['MEDIA_S3_ACCESS_KEY_ID', 'MEDIA_S3_SECRET_ACCESS_KEY'] as const
    ).find((name) => !env[name])
    if (missing) {
      throw new ConfigurationError(
        `${missing} is missing: MEDIA_S3_BUCKET needs it.`
      )
    }
  }
  if (env.WORKER === 'external' && !env.REDIS_URL) {
    throw new ConfigurationError(
      'REDIS_URL is missing: with WORKER=external the processes share their events through Redis.'
    )
  }
  if (production) {
    if (!env.TWILIO_PHONE_NUMBER && !env.TWILIO_MESSAGING_SERVICE_SID) {
      throw new ConfigurationError(
        'TWILIO_PHONE_NUMBER is missing: production needs a sender (or TWILIO_MESSAGING_SERVICE_SID).'
      )
    }
    // The simulator's token is public: whoever knows it could sign callbacks.
    const known = (
      ['TWILIO_AUTH_TOKEN', 'TWILIO_AUTH_TOKEN_SECONDARY'] as const
    ).find((name) => env[name] === SIMULATOR_ACCOUNT.authToken)
    if (known && !env.TWILIO_API_BASE_URL) {
      throw new ConfigurationError(
        `${known} is wrong: it is the simulator's, which everybody knows.`
      )
    }
  }

  return {
    production,
    /** It is the simulator that is talked to. */
    simulated:
      !production && !given.TWILIO_API_BASE_URL && !given.TWILIO_ACCOUNT_SID,
    databaseUrl: env.DATABASE_URL,
    /** Connections of this process, apart from four of searches and one that it lives by. */
    databasePoolSize: env.DATABASE_POOL_SIZE,
    redisUrl: env.REDIS_URL,
    webPort: env.WEB_PORT,
    apiPort: env.API_PORT,
    /** The public origin that Twilio calls, without a slash at its end. */
    publicOrigin: env.API_BASE_URL ?? `http://localhost:${env.WEB_PORT}`,
    worker: env.WORKER,
    /** How long a process that is to end goes on answering, so that a load balancer sees it. */
    drainSeconds: env.DRAIN_SECONDS,
    /** How long who sends waits for Twilio. */
    sendWaitMs: env.SEND_WAIT_MS,
    reconcileUnconfirmedSeconds: env.RECONCILE_UNCONFIRMED_SECONDS,
    reconcileStuckSeconds: env.RECONCILE_STUCK_SECONDS,
    /** Whether Twilio is to forget what is redacted here. */
    redactAtTwilio: env.REDACT_AT_TWILIO === 'yes',
    metricsToken: env.METRICS_TOKEN,
    /** Whether traces are sent, and as whose; where to, OpenTelemetry reads by itself. */
    traces: env.OTEL_EXPORTER_OTLP_ENDPOINT
      ? { serviceName: env.OTEL_SERVICE_NAME }
      : null,
    /** Where files lie; relative to the project. */
    mediaFolder: env.MEDIA_FOLDER,
    /** Where they lie instead, if one is named: S3, or what speaks it. */
    mediaBucket: env.MEDIA_S3_BUCKET
      ? {
          bucket: env.MEDIA_S3_BUCKET,
          endpoint:
            env.MEDIA_S3_ENDPOINT ??
            `https://s3.${env.MEDIA_S3_REGION}.amazonaws.com`,
          region: env.MEDIA_S3_REGION,
          accessKeyId: env.MEDIA_S3_ACCESS_KEY_ID as string,
          secretAccessKey: env.MEDIA_S3_SECRET_ACCESS_KEY as string,
        }
      : null,
    /** Hosts that may be fetched from though they are not public. */
    mediaAllowedHosts: env.MEDIA_ALLOWED_HOSTS,
    /** Hosts that events may be sent to though they are not public, or without TLS. */
    webhookAllowedHosts: env.WEBHOOK_ALLOWED_HOSTS,
    sessionSecret: env.SESSION_SECRET,
    /** After so long without use a login ends. */
    sessionIdleHours: env.SESSION_IDLE_HOURS,
    /** After so long it ends in any case. */
    sessionMaxDays: env.SESSION_MAX_DAYS,
    /** After so long entries of the audit log are forgotten; without it, never. */
    auditDays: env.AUDIT_DAYS,
    /** Whose word for who asks is taken (`X-Forwarded-For`), in the words of Fastify's trustProxy. */
    trustedProxies: env.TRUSTED_PROXIES,
    /** For each person, key, or address. */
    operationsPerMinute: env.OPERATIONS_PER_MINUTE,
    /** For the address of who is nobody. */
    anonymousPerMinute: env.ANONYMOUS_PER_MINUTE,
    streamsPerUser: env.STREAMS_PER_USER,
    /** Of a process. */
    streams: env.STREAMS,
    /** To a port of a process. */
    connections: env.CONNECTIONS,
    logLevel: env.LOG_LEVEL,
    twilio: {
      accountSid: env.TWILIO_ACCOUNT_SID,
      authToken: env.TWILIO_AUTH_TOKEN,
      /** Tokens that a signature may be made with: during a rotation there are two. */
      signingTokens: [
        env.TWILIO_AUTH_TOKEN,
        env.TWILIO_AUTH_TOKEN_SECONDARY,
      ].filter((token): token is string => !!token),
      apiKeySid: env.TWILIO_API_KEY_SID,
      apiKeySecret: env.TWILIO_API_KEY_SECRET,
      phoneNumber:
        env.TWILIO_PHONE_NUMBER ??
        (production ? undefined : SIMULATOR_ACCOUNT.phoneNumber),
      messagingServiceSid: env.TWILIO_MESSAGING_SERVICE_SID,
      conversationsServiceSid: env.TWILIO_CONVERSATIONS_SERVICE_SID,
      apiBaseUrl:
        env.TWILIO_API_BASE_URL ??
        (production ? undefined : `http://localhost:${env.SIMULATOR_PORT}`),
      timeoutMs: env.TWILIO_TIMEOUT_MS,
      /** How fast each sender sends; undefined leaves it to Twilio's queues. */
      segmentsPerSecond: env.SENDER_SEGMENTS_PER_SECOND,
    },
  }
}
