/** A command that the pages show and the tests don't run: any line that begins with these words. */
export interface Exception {
  words: string
  reason: string
  /** With the whole block that the line stands in. */
  isBlock?: boolean
}

/** Each has a reason, which the tests print, and stands in a page still. */
export const NOT_RUN: Exception[] = [
  {
    words: 'npm test',
    reason: 'is what runs these tests',
  },
  {
    words: 'npm run build',
    reason:
      'is a step of npm test, before these tests, which need what it made',
  },
  {
    words: 'npm run bench',
    reason: 'takes minutes',
  },
  {
    words: 'npm run db:stop',
    reason: 'stops the database that the tests use',
  },
  {
    words: 'ngrok',
    reason: 'is a service that one has to register with',
  },
  {
    words: 'yarn npm audit',
    reason: "asks npm's advisory service, which not every registry has",
  },
  {
    words: 'jq',
    reason: 'reads the log of a server, by a program that not everybody has',
  },
  {
    words: 'cat > .env',
    reason: 'would write over the .env of who runs the tests',
    isBlock: true,
  },
  {
    words: 'curl -H "Authorization: Bearer $HELIOGRAPH_KEY" -OJ',
    reason: 'asks a server at another address, and leaves a file',
  },
  {
    words: 'grep -rlE',
    reason: 'moves the project to another framework',
  },
  {
    words: 'node --import tsx scripts/docs/picture.ts',
    reason: 'makes the pictures anew, which differ by the hour that they show',
  },
]

/** Variables that are not ours: OpenTelemetry reads its own. */
export const FOREIGN_VARIABLE = /^OTEL_/

/** A command that runs until it is stopped, and what it has done by then. */
export interface ServerCommand {
  words: string
  /** Addresses that answer, as the page writes them. */
  answers?: string[]
  /** What it prints. */
  prints?: RegExp
  /** After all pages, since it builds api/dist anew, which the other servers are. */
  isLast?: boolean
  env?: NodeJS.ProcessEnv
}

/** Started on free ports, waited for, and asked to end: which must go well. */
export const SERVERS: ServerCommand[] = [
  {
    words: 'npm start',
    answers: ['http://localhost:8910/', 'http://localhost:8912/'],
    prints: /Log in as +\S+@\S+ +\S+/,
    isLast: true,
    // As on a new machine: no account, and a database in which there is nothing.
    env: {
      DATABASE_URL: 'empty',
      TWILIO_ACCOUNT_SID: '',
      TWILIO_AUTH_TOKEN: '',
      TWILIO_PHONE_NUMBER: '',
      TWILIO_API_BASE_URL: '',
      SESSION_SECRET: '',
      API_BASE_URL: '',
      METRICS_TOKEN: '',
      REDIS_URL: '',
    },
  },
  {
    words: 'npm run serve',
    answers: [
      'http://localhost:8910/',
      'http://localhost:8910/.redwood/functions/health',
      'http://localhost:8911/health',
    ],
  },
  {
    words: 'npm run serve:api',
    answers: ['http://localhost:8911/health'],
  },
  {
    words: 'npm run worker',
    prints: /worker/i,
    env: { WORKER: 'external', LOG_LEVEL: 'info' },
  },
  {
    words: 'npm run simulator',
    answers: ['http://localhost:8912/'],
  },
]
