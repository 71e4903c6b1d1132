import { counter, histogram } from './registry'

const seconds = histogram(
  'http_request_seconds',
  'From a request to the end of its answer; streams are left out',
  ['route', 'status'],
  [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
)
const rateLimited = counter(
  'rate_limited_total',
  'Requests and operations that were refused because there were too many',
  ['where']
)
const refused = counter(
  'refused_total',
  'What was refused before anybody looked at who asks: foreign_page, graphql, headers, slow, silent, malformed, connections, streams',
  ['why']
)
const logins = counter('login_failures_total', 'Logins that were refused', [
  'reason',
])
const errors = counter(
  'graphql_errors_total',
  'Errors that GraphQL answered with, by code',
  ['code']
)

/** Those that clients are told of (lib/errors), and documents that the schema refuses; all that went wrong here is INTERNAL. */
const CODES = new Set([
  'BAD_USER_INPUT',
  'CONFLICT',
  'FORBIDDEN',
  'NOT_FOUND',
  'OPTED_OUT',
  'RATE_LIMITED',
  'TWILIO_ERROR',
  'UNAUTHENTICATED',
  'VALIDATION',
])

/**
 * A request was answered.
 *
 * @param route the pattern that it fitted, of which there are few
 */
export function countRequest(route: string, statusCode: number, took: number) {
  seconds.observe({ route, status: `${Math.floor(statusCode / 100)}xx` }, took)
  if (statusCode === 429) {
    rateLimited.inc({ where: route })
  }
}

/** An operation had an error. */
export function countGraphqlError(code: unknown) {
  errors.inc({ code: CODES.has(String(code)) ? String(code) : 'INTERNAL' })
  if (code === 'RATE_LIMITED') {
    rateLimited.inc({ where: 'graphql' })
  }
}

/** A page of somebody else's, a slow or loud connection, a stream too many. */
export const countRefusal = (why: string) => refused.inc({ why })

/** Somebody gave a wrong address or password, or had done so too often. */
export const countLoginFailure = (reason: 'wrong' | 'throttled') =>
  logins.inc({ reason })
