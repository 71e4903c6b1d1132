import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'

import { isNotPublic, publicAgentsFor } from './publicAgents'

/** Why it could not be connected to. */
const problemOf = (url: string) =>
  new Promise<Error>((resolve, reject) => {
    const agents = publicAgentsFor(url, [])
    const isHttps = url.startsWith('https:')
    try {
      const request = isHttps
        ? https.get(url, { agent: agents.https })
        : http.get(url, { agent: agents.http })
      request.on('error', resolve)
      request.on('response', () => reject(new Error(`${url} has answered`)))
    } catch (error) {
      resolve(error as Error)
    }
  })

afterEach(() => jest.restoreAllMocks())

it.each([
  '127.0.0.1',
  '0177.0.0.1',
  '0x7f.1',
  '2130706433',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '192.168.0.1',
  '[::]',
  '[::1]',
  '[::7f00:1]',
  '[::127.0.0.1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:0:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fc00::1]',
  '[fe80::1]',
  '[fec0::1]',
  'localhost',
])('%s is connected to by neither HTTP nor HTTPS', async (host) => {
  for (const protocol of ['http', 'https']) {
    const problem = await problemOf(`${protocol}://${host}:9/`)
    expect([problem.message, isNotPublic(problem)]).toEqual([
      problem.message,
      true,
    ])
  }
})

it.each([['127.0.0.1'], ['::7f00:1'], ['64:ff9b::a9fe:a9fe']])(
  'a name that means %s by now is not connected to',
  async (address) => {
    const family = address.includes(':') ? 6 : 4
    const resolve = (
      _name: string,
      { all }: dns.LookupOptions,
      done: (...found: unknown[]) => void
    ) => (all ? done(null, [{ address, family }]) : done(null, address, family))
    jest.spyOn(dns, 'lookup').mockImplementation(resolve as never)
    const problem = await problemOf('http://rebound.example/')
    expect(isNotPublic(problem)).toEqual(true)
  }
)
