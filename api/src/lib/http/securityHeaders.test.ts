import { say, startServer } from 'test-support/hardServer'

import { config } from 'src/lib/config/config'

import { refuseBadAddresses } from './refuseBadAddresses'
import { addFunctionHeaders, addPageHeaders } from './securityHeaders'

describe.each([
  ['a function', addFunctionHeaders],
  ['a page', addPageHeaders],
])('what %s answers', (_what, addHeaders) => {
  let started: Awaited<ReturnType<typeof startServer>>

  beforeAll(async () => {
    started = await startServer(addHeaders, {
      frameworkErrors: refuseBadAddresses,
    })
  })

  it('tells browsers to run nothing else, and to be framed by nobody', async () => {
    const { headers } = await fetch(started.origin)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/(script|default)-src[^;]*unsafe/)
    expect(headers.get('x-content-type-options')).toEqual('nosniff')
    expect(headers.get('referrer-policy')).toEqual('same-origin')
    expect(headers.get('x-frame-options')).toEqual('DENY')
    expect(headers.has('strict-transport-security')).toEqual(
      config.publicOrigin.startsWith('https:')
    )
  })

  it('has the headers also where there is no such address', async () => {
    const answer = await say(
      started.port,
      'GET /% HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'
    )
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toMatch(/x-content-type-options: nosniff/i)
    expect(answer).toMatch(/content-security-policy: /i)
  })
})
