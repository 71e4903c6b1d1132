import http from 'node:http'
import https from 'node:https'

import {
  RequestFilteringHttpAgent,
  RequestFilteringHttpsAgent,
} from 'request-filtering-agent'

const PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' }

/** They look at the address that they connect to, after it was resolved, so that no name can mean another one then. */
const FILTERING = {
  http: new RequestFilteringHttpAgent(),
  https: new RequestFilteringHttpsAgent(),
}

const PLAIN = { http: new http.Agent(), https: new https.Agent() }

/** Whether an administrator has named the host, with or without its port. */
export const isAllowedHost = (
  { hostname, port, protocol }: URL,
  allowed: readonly string[]
) =>
  [hostname, `${hostname}:${port || PORTS[protocol]}`].some((host) =>
    allowed.includes(host)
  )

/**
 * What connects to an address that somebody else has named: to a public one only, but for the hosts that the
 * administrator allows.
 */
export const publicAgentsFor = (url: string, allowed: readonly string[]) =>
  isAllowedHost(new URL(url), allowed) ? PLAIN : FILTERING

/** Whether it was such an agent that refused. */
export const isNotPublic = ({ message }: Error) =>
  /DNS lookup .+ is not allowed\./.test(message)
