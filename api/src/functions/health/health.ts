import { setTimeout as pause } from 'node:timers/promises'

import type { APIGatewayProxyEvent } from 'aws-lambda'

import { pool } from 'src/lib/database/pool'
import { isDraining } from 'src/lib/http/draining'
import { pingRedis } from 'src/lib/live/pubSub'
import { mediaStorage } from 'src/lib/media/storage/mediaStorage'
import { queueLag, readFigures } from 'src/lib/metrics/figures'

/** A load balancer waits for two seconds or more. */
const LONGEST_MS = 1_500

/** What a promise brings in time; `otherwise` where it rejects, or says nothing for too long. */
const inTime = <Result>(answer: Promise<Result>, otherwise: Result) =>
  Promise.race([
    answer.catch(() => otherwise),
    pause(LONGEST_MS, otherwise, { ref: false }),
  ])

type State = 'ok' | 'away'

const check = (probe: () => Promise<unknown>) =>
  inTime<State>(
    probe().then(() => 'ok'),
    'away'
  )

/** With a limit of its own, which gives up a connection that nobody answers: else each check would keep one. */
const askDatabase = () => {
  const limited = { text: 'SELECT 1', query_timeout: LONGEST_MS }
  return pool.query(limited)
}

const readQueue = async () => {
  const figures = await readFigures()
  const { lastCallback, workers } = figures
  return {
    queueLagSeconds: Math.round(queueLag(figures)),
    workers,
    lastCallbackAt:
      lastCallback === null
        ? null
        : new Date(lastCallback * 1000).toISOString(),
  }
}

const answer = (statusCode: number, body: object) => ({
  statusCode,
  headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  body: JSON.stringify(body),
})

const askAll = async () => {
  const [database, storage, redis, queue] = await Promise.all([
    check(askDatabase),
    check(mediaStorage.check),
    pingRedis && check(pingRedis),
    inTime(readQueue(), null),
  ])
  return { dependencies: { database, storage, ...(redis && { redis }) }, queue }
}

type Event = Partial<
  Pick<APIGatewayProxyEvent, 'path' | 'queryStringParameters'>
>

/** `health?live`, `health/live` */
const isAboutLife = ({ path, queryStringParameters }: Event) =>
  queryStringParameters?.live !== undefined || /\/live\/?$/.test(path ?? '')

/**
 * Whether this process lives (`health?live`: it answers, and asks nobody), and whether it may be given requests
 * (`health`): 503 only without the database, and when it is about to end. Redis, the storage and the queue are the same for all processes, which
 * answer most requests without them: to take all of them out for it would make a small failure a large one. They are
 * `degraded`, which an alert looks at.
 */
export const handler = async (event: Event) => {
  if (isAboutLife(event)) {
    return answer(200, { status: 'ok' })
  }
  if (isDraining()) {
    return answer(503, { status: 'stopping' })
  }
  const { dependencies, queue } = await askAll()
  if (dependencies.database !== 'ok') {
    return answer(503, { status: 'away', dependencies })
  }
  const isWhole = Object.values(dependencies).every((state) => state === 'ok')
  return answer(200, {
    status: isWhole ? 'ok' : 'degraded',
    dependencies,
    queue,
  })
}
