import { randomUUID } from 'node:crypto'

import type { PhoneNetwork } from '../network/network'
import { hex32 } from '../network/sids'

import {
  connectionOverrides,
  type ConnectionOverrides,
} from './connectionOverrides'
import { requestOnce, type AttemptResult } from './requestOnce'
import { signedForm, type FormParams } from './signedForm'

export interface Webhook {
  /** How it is called in the log. */
  type: 'callback' | 'webhook'
  url: string
  params: FormParams
  /** What the log says about it besides its attempts. */
  about: Record<string, unknown>
  forged?: boolean
}

/**
 * Takes one webhook to its URL, repeated as the URL's fragment allows. Each attempt is an event.
 *
 * @returns the last attempt's result
 */
export function deliverWebhook(
  network: PhoneNetwork,
  webhook: Webhook
): Promise<AttemptResult> {
  return network.tasks.track(attempts(network, webhook))
}

async function attempts(
  network: PhoneNetwork,
  webhook: Webhook
): Promise<AttemptResult> {
  const { overrides, errors } = connectionOverrides(webhook.url)
  const signal = network.tasks.signal()
  // Forged with a token that cannot be the account's.
  const token = webhook.forged ? hex32() : network.account.authToken
  const idempotencyToken = randomUUID()
  const form = signedForm(webhook.url, webhook.params, token, idempotencyToken)
  const started = Date.now()
  const remaining = () => overrides.tt - (Date.now() - started)

  for (let attempt = 1; ; attempt++) {
    const attemptStarted = Date.now()
    const result = await requestOnce({
      ...form,
      method: 'POST',
      connectTimeout: overrides.ct,
      responseTimeout: overrides.rt,
      totalTimeout: Math.max(1, remaining()),
      signal,
    })
    const again =
      !signal.aborted &&
      attempt <= overrides.rc &&
      mayRepeat(result, overrides) &&
      remaining() > network.settings.retryDelay
    if (!signal.aborted) {
      network.air.append(webhook.type, {
        ...webhook.about,
        url: form.url,
        params: webhook.params,
        idempotencyToken,
        attempt,
        ...outcomeOf(result),
        overrideErrors: errors,
        durationMs: Date.now() - attemptStarted,
        final: !again,
      })
    }
    if (!again) return result
    await network.tasks.wait(network.settings.retryDelay)
  }
}

function mayRepeat(result: AttemptResult, { rp }: ConnectionOverrides) {
  if (result.kind === 'failure') {
    return result.reason !== 'partial' && rp.has(result.reason)
  }
  if (result.status >= 500) return rp.has('5xx')
  return result.status >= 400 && rp.has('4xx')
}

function outcomeOf(result: AttemptResult) {
  if (result.kind === 'failure') {
    return {
      ok: false,
      httpStatus: null,
      error: result.error,
      errorCode: debuggerCode(result),
    }
  }
  const ok = result.status >= 200 && result.status < 300
  return {
    ok,
    httpStatus: result.status,
    error: null,
    errorCode: ok ? null : 11200,
  }
}

/** What Twilio's debugger would say: https://www.twilio.com/docs/api/errors/11200 and those after it */
function debuggerCode({ reason, error }: { reason: string; error: string }) {
  if (error === 'ENOTFOUND' || error === 'EAI_AGAIN') return 11210
  if (reason === 'ct') return 11205
  return reason === 'partial' ? 11206 : 11200
}
