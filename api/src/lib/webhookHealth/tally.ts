import { countWebhookResult } from 'src/lib/metrics/webhooks'

/** Why a webhook was refused before it was read. */
export type RefusalReason =
  | 'WRONG_METHOD'
  | 'TOO_LARGE'
  | 'MISSING_SIGNATURE'
  | 'OTHER_URL'
  | 'WRONG_TOKEN'

export type WebhookResult = 'RECORDED' | 'NOT_RECORDED' | RefusalReason

export interface Refusal {
  webhook: string
  reason: RefusalReason
  expectedUrl: string
  signedUrl: string | null
}

export interface Tally {
  /** What came in which minute (ISO 8601), counted. */
  minutes: { minute: string; webhook: string; result: string; count: number }[]
  /** The latest refusal for each webhook and reason, and how many there were. */
  refusals: (Refusal & { count: number; lastAt: string })[]
}

const MINUTE_MS = 60_000

/** Its query is whoever's who sent it. */
const LONGEST_URL = 500

let minutes = new Map<string, Tally['minutes'][number]>()
let refusals = new Map<string, Tally['refusals'][number]>()

/** Counts a webhook. In memory: the names and reasons are few, however many requests come. */
export function countWebhook(webhook: string, result: WebhookResult) {
  countWebhookResult(webhook, result)
  const start = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS
  const minute = new Date(start).toISOString()
  const key = `${minute} ${webhook} ${result}`
  const count = (minutes.get(key)?.count ?? 0) + 1
  minutes.set(key, { minute, webhook, result, count })
}

/** Counts a refused webhook, and keeps what an administrator needs to mend it. */
export function countRefusal(refusal: Refusal) {
  countWebhook(refusal.webhook, refusal.reason)
  const key = `${refusal.webhook} ${refusal.reason}`
  const count = (refusals.get(key)?.count ?? 0) + 1
  const expectedUrl = refusal.expectedUrl.slice(0, LONGEST_URL)
  const lastAt = new Date().toISOString()
  refusals.set(key, { ...refusal, expectedUrl, count, lastAt })
}

/** Takes what was counted since the last time. */
export function takeTally(): Tally {
  const taken = {
    minutes: [...minutes.values()],
    refusals: [...refusals.values()],
  }
  minutes = new Map()
  refusals = new Map()
  return taken
}

/** Gives back what could not be written. */
export function returnTally(tally: Tally) {
  for (const one of tally.minutes) {
    const key = `${one.minute} ${one.webhook} ${one.result}`
    const since = minutes.get(key)?.count ?? 0
    minutes.set(key, { ...one, count: one.count + since })
  }
  for (const one of tally.refusals) {
    const key = `${one.webhook} ${one.reason}`
    const since = refusals.get(key)
    refusals.set(key, {
      ...(since ?? one),
      count: one.count + (since?.count ?? 0),
    })
  }
}
