import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIPv6, type LookupFunction } from 'node:net'

import {
  RequestFilteringHttpAgent,
  RequestFilteringHttpsAgent,
} from 'request-filtering-agent'

const PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' }

/**
 * All of IPv6 that has been given out (https://www.iana.org/assignments/ipv6-unicast-address-assignments). What stands
 * for an address of IPv4 lies outside of it, such as ::7f00:1 and 64:ff9b::7f00:1, which the agents may take for public.
 */
const GIVEN_OUT = new BlockList()
GIVEN_OUT.addSubnet('2000::', 3, 'ipv6')

const refusalOf = (address: string) =>
  isIPv6(address) && !GIVEN_OUT.check(address, 'ipv6')
    ? new Error(`DNS lookup ${address} is not allowed: it is not public.`)
    : null

/** What a name means, unless one of it is no public address. */
const lookup: LookupFunction = (hostname, options, callback) =>
  dns.lookup(hostname, options, (error, found, family) => {
    const addresses = Array.isArray(found)
      ? found.map(({ address }) => address)
      : [found]
    const refusal = error
      ? undefined
      : addresses.map(refusalOf).find((each) => each !== null)
    callback(refusal ?? error, found, family)
  })

type Connect = RequestFilteringHttpAgent['createConnection']

/** The options with such a look-up, unless the host is an address, and none of these. */
const withLookup = (options: Parameters<Connect>[0]): typeof options => {
  const refusal = refusalOf(options.host ?? '')
  if (refusal) {
    throw refusal
  }
  return { ...options, lookup }
}

class PublicHttpAgent extends RequestFilteringHttpAgent {
  createConnection(...[options, listener]: Parameters<Connect>) {
    return super.createConnection(withLookup(options), listener)
  }
}

class PublicHttpsAgent extends RequestFilteringHttpsAgent {
  createConnection(...[options, listener]: Parameters<Connect>) {
    return super.createConnection(withLookup(options), listener)
  }
}

/** They look at the address that they connect to, after it was resolved, so that no name can mean another one then. */
const FILTERING = {
  http: new PublicHttpAgent(),
  https: new PublicHttpsAgent(),
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
  /DNS lookup .+ is not allowed[.:]/.test(message)
