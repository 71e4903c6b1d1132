import http from 'node:http'
import https from 'node:https'

import {
  RequestFilteringHttpAgent,
  RequestFilteringHttpsAgent,
} from 'request-filtering-agent'

import { config } from 'src/lib/config/config'

const PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' }

/** They look at the address that they connect to, after it was resolved, so that no name can mean another one then. */
const FILTERING = {
  http: new RequestFilteringHttpAgent(),
  https: new RequestFilteringHttpsAgent(),
}

const PLAIN = { http: new http.Agent(), https: new https.Agent() }

const isAllowed = ({ hostname, port, protocol }: URL) =>
  [hostname, `${hostname}:${port || PORTS[protocol]}`].some((host) =>
    config.mediaAllowedHosts.includes(host)
  )

/** What connects to an address: to a public one only, but for the hosts that the administrator has named. */
export const agentsFor = (url: string) =>
  isAllowed(new URL(url)) ? PLAIN : FILTERING

/** Whether it was such an agent that refused. */
export const isNotPublic = ({ message }: Error) =>
  /DNS lookup .+ is not allowed\./.test(message)
