import type { IncomingHttpHeaders } from 'node:http'

import type { FastifyReply, FastifyRequest } from 'fastify'

import type { Fault } from '../faults/faults'
import type { PhoneNetwork } from '../network/network'
import { hex32 } from '../network/sids'
import { NetworkReset } from '../network/tasks'

import { authenticate } from './authenticate'
import { errorOfStatus, TwilioError } from './twilioError'

/** A REST call, read but not yet checked. */
export interface RestCall {
  operation: string
  /** As requested, without the query. */
  path: string
  params: Record<string, string>
  query: URLSearchParams
  form: URLSearchParams
  headers: IncomingHttpHeaders
}

export interface RestAnswer {
  status: number
  body?: unknown
  headers?: Record<string, string>
  /** The message that the call was about. */
  messageSid?: string
  error?: TwilioError
}

/** What a call that is never answered gets. */
const SILENCE = Symbol('silence')

/**
 * Makes routes of Twilio's REST API: credentials, the limit of concurrent calls, faults, headers and errors
 * are handled here, once, for all of them.
 */
export function restCalls(network: PhoneNetwork) {
  let concurrent = 0

  return (operation: string, handle: (call: RestCall) => RestAnswer) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const started = performance.now()
      const call = readCall(operation, request)
      concurrent++
      reply.raw.once('close', () => concurrent--)
      const atOnce = concurrent
      let fault: Fault | undefined
      let breaksOff = false
      let answer: RestAnswer | typeof SILENCE
      try {
        const limit = network.settings.maxConcurrentRequests
        if (limit > 0 && atOnce > limit) throw errorOfStatus(429)
        authenticate(
          network.account,
          request.headers.authorization,
          call.params.accountSid
        )
        fault = network.faults.forCall(subjectOf(call))
        breaksOff = fault?.kind === 'reset'
        answer = fault
          ? await struckBy(network, fault, () => handle(call))
          : handle(call)
      } catch (error) {
        if (error instanceof NetworkReset) {
          answer = SILENCE
          breaksOff = true
        } else if (error instanceof TwilioError) {
          answer = { status: error.status, body: error.toJSON(), error }
        } else throw error
      }

      const durationMs = Math.round(performance.now() - started)
      network.air.append('request', {
        method: request.method,
        path: call.path,
        ...subjectOf(call),
        fault: fault?.kind ?? null,
        concurrent: atOnce,
        durationMs,
        ...logged(answer),
      })
      if (answer === SILENCE) {
        reply.hijack()
        if (breaksOff) request.raw.socket.resetAndDestroy()
        return
      }
      return reply
        .code(answer.status)
        .headers({
          ...standardHeaders(answer, durationMs, atOnce),
          ...answer.headers,
        })
        .send(answer.body)
    }
}

function readCall(operation: string, request: FastifyRequest): RestCall {
  const [path, query] = request.url.split('?', 2)
  return {
    operation,
    path,
    params: request.params as Record<string, string>,
    query: new URLSearchParams(query),
    form:
      request.body instanceof URLSearchParams
        ? request.body
        : new URLSearchParams(),
    headers: request.headers,
  }
}

const subjectOf = ({ operation, form }: RestCall) => ({
  operation,
  to: form.get('To') ?? undefined,
  from: form.get('From') ?? undefined,
  body: form.get('Body') ?? undefined,
})

async function struckBy(
  network: PhoneNetwork,
  fault: Fault,
  handle: () => RestAnswer
): Promise<RestAnswer | typeof SILENCE> {
  const { kind, accepted = kind === 'slow', ms = 0 } = fault
  if (kind === 'callbackFirst') {
    const answer = handle()
    const sid = answer.messageSid ?? ''
    if (!network.messages.find(sid)?.statusCallback) return answer
    const callback = {
      type: 'callback',
      messageSid: sid,
      messageStatus: fault.match?.messageStatus,
      final: true,
    }
    await network.air.waitFor(callback, { timeout: 15_000 }).catch(() => null)
    return answer
  }
  if (kind === 'slow') {
    if (!accepted) await network.tasks.wait(ms)
    const answer = handle()
    if (accepted) await network.tasks.wait(ms)
    return answer
  }
  if (accepted) handle()
  if (kind === 'answer') {
    throw errorOfStatus(fault.status ?? 500, fault.code, fault.message)
  }
  return SILENCE
}

function logged(answer: RestAnswer | typeof SILENCE) {
  if (answer === SILENCE) return { httpStatus: null, ok: false }
  const { status, error, messageSid } = answer
  return {
    httpStatus: status,
    ok: status < 400,
    messageSid,
    errorCode: error?.code ?? null,
    errorMessage: error?.message ?? null,
  }
}

/** As seen on live answers; a create's request id has the digits of its message. */
const standardHeaders = (
  { messageSid }: RestAnswer,
  durationMs: number,
  concurrent: number
) => ({
  'twilio-request-id': `RQ${messageSid?.slice(2) ?? hex32()}`,
  'twilio-request-duration': (durationMs / 1000).toFixed(3),
  'twilio-concurrent-requests': String(concurrent),
  'x-home-region': 'us1',
  'x-api-domain': 'api.twilio.com',
  'x-powered-by': 'AT-5000',
  'x-shenanigans': 'none',
  'access-control-allow-origin': '*',
})
