import dns from 'node:dns'

import {
  type RemoteServer,
  serving,
  startRemoteServer,
} from 'test-support/remoteServer'

import { inspectMedia, RemoteMediaError } from './inspectMedia'

const servers: RemoteServer[] = []

const start = async (...args: Parameters<typeof startRemoteServer>) => {
  const server = await startRemoteServer(...args)
  servers.push(server)
  return server
}

/** One that may be fetched from. */
const startAllowed = async (...args: Parameters<typeof startRemoteServer>) => {
  const server = await start(...args)
  server.allow()
  return server
}

afterEach(async () => {
  // The last first: each takes back its own permission only.
  for (const server of servers.splice(0).reverse()) {
    await server.close()
  }
})

const inspect = (url: string, milliseconds = 5_000) =>
  inspectMedia(url, AbortSignal.timeout(milliseconds))

const refusal = async (url: string, milliseconds?: number) => {
  const error = await inspect(url, milliseconds).then(
    () => null,
    (error: unknown) => error
  )
  expect(error).toBeInstanceOf(RemoteMediaError)
  return (error as Error).message
}

const PICTURE = { '/a.png': { type: 'image/png; charset=x', size: 1234 } }

describe('what lies at an address', () => {
  it('is asked for by HEAD', async () => {
    const server = await startAllowed(serving(PICTURE))
    expect(await inspect(`${server.url}/a.png`)).toEqual({
      contentType: 'image/png',
      size: 1234,
    })
    expect(server.asked).toEqual(['HEAD /a.png'])
  })

  it.each([
    ['refuses HEAD', 405, {}],
    ['answers it without a length', 200, { 'content-type': 'image/png' }],
    ['answers it without a type', 200, { 'content-length': 5 }],
  ])('is asked for by GET where the server %s', async (_what, status, head) => {
    const server = await startAllowed((request, response) => {
      if (request.method === 'HEAD') {
        response.writeHead(status, head).end()
        return
      }
      response.writeHead(200, {
        'content-type': 'image/png',
        'content-length': 9e9,
      })
      // A file without an end: only its head may be waited for.
      response.write('the first bytes')
    })
    expect(await inspect(`${server.url}/a.png`)).toEqual({
      contentType: 'image/png',
      size: 9e9,
    })
    expect(server.asked).toEqual(['HEAD /a.png', 'GET /a.png'])
  })

  it('may have a length that is not known', async () => {
    const server = await startAllowed((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png' })
      response.end('bytes')
    })
    expect(await inspect(server.url)).toMatchObject({ size: null })
  })

  it('is found through redirects, wherever they are allowed to lead', async () => {
    const goal = await startAllowed(serving(PICTURE))
    const way = await startAllowed((_request, response) => {
      response.writeHead(302, { location: `${goal.url}/a.png` }).end()
    })
    expect(await inspect(way.url)).toMatchObject({ size: 1234 })
  })
})

describe('what can not be had', () => {
  it('a file that is not there', async () => {
    const server = await startAllowed(serving({}))
    expect(await refusal(`${server.url}/a.png`)).toEqual('answered 404')
  })

  it('a file that wants a password', async () => {
    const server = await startAllowed((_request, response) => {
      response.writeHead(401).end()
    })
    expect(await refusal(server.url)).toEqual('answered 401')
  })

  it('an empty file', async () => {
    const server = await startAllowed(
      serving({ '/a.png': { type: 'image/png', size: 0 } })
    )
    expect(await refusal(`${server.url}/a.png`)).toEqual(
      'has an empty file there'
    )
  })

  it('a file without a type', async () => {
    const server = await startAllowed((_request, response) => {
      response.writeHead(200, { 'content-length': 5 }).end()
    })
    expect(await refusal(server.url)).toEqual(
      'does not say what type the file has'
    )
  })

  it('a server that is not there', async () => {
    const server = await startAllowed(serving({}))
    await server.close()
    server.allow()
    expect(await refusal(server.url)).toEqual(
      'can not be reached (ECONNREFUSED)'
    )
  })

  it('a server that never answers', async () => {
    const server = await startAllowed(() => {})
    expect(await refusal(server.url, 100)).toEqual('did not answer in time')
  })

  it('a server that sends round in circles', async () => {
    const server = await startAllowed((_request, response) => {
      response.writeHead(302, { location: '/again' }).end()
    })
    expect(await refusal(server.url)).toEqual('redirects too often')
    expect(server.asked.length).toBeLessThan(10)
  })

  it('a server that sends to a file', async () => {
    const server = await startAllowed((_request, response) => {
      response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    })
    expect(await refusal(server.url)).toMatch(/^can not be reached/)
  })
})

describe('what is not public is not asked', () => {
  const PRIVATE = 'is not a public address'

  it.each([
    'http://127.0.0.1',
    'http://127.1.2.3',
    'http://localhost',
    'http://[::1]',
    'http://[::]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[64:ff9b::7f00:1]',
    'http://[fc00::1]',
    'http://[fe80::1]',
    'http://0.0.0.0',
    'http://10.0.0.1',
    'http://172.16.0.1',
    'http://192.168.0.1',
    'http://100.64.0.1',
    'http://169.254.169.254/latest/meta-data',
    'http://224.0.0.1',
    'http://255.255.255.255',
    // 127.0.0.1, in other words.
    'http://2130706433',
    'http://0x7f000001',
    'http://0177.0.0.1',
    'http://127.1',
    'https://127.0.0.1',
    'https://[::1]',
    'https://10.0.0.1',
  ])('%s', async (url) => {
    expect(await refusal(url)).toEqual(PRIVATE)
  })

  it('nothing is sent to it', async () => {
    const server = await start(serving(PICTURE))
    expect(await refusal(`${server.url}/a.png`)).toEqual(PRIVATE)
    expect(server.asked).toEqual([])
  })

  /** Names resolve to what is said here. */
  const resolveTo = (...addresses: string[]) =>
    jest.spyOn(dns, 'lookup').mockImplementation(((
      _name: string,
      { all }: dns.LookupOptions,
      done: (...found: unknown[]) => void
    ) => {
      const found = addresses.map((address) => ({
        address,
        family: address.includes(':') ? 6 : 4,
      }))
      return all
        ? done(null, found)
        : done(null, found[0].address, found[0].family)
    }) as typeof dns.lookup)

  it.each([
    ['http', ['10.0.0.1']],
    ['https', ['10.0.0.1']],
    ['http', ['fd00::1']],
    // One of several is enough: the system would choose.
    ['http', ['93.184.215.14', '127.0.0.1']],
  ])('a name that means %s to %s', async (scheme, addresses) => {
    const lookup = resolveTo(...addresses)
    expect(await refusal(`${scheme}://pictures.example.com/a.png`)).toEqual(
      PRIVATE
    )
    expect(lookup).toHaveBeenCalled()
  })

  it('a place to which one that is allowed redirects', async () => {
    const secret = await start(serving(PICTURE))
    const way = await startAllowed((_request, response) => {
      response.writeHead(302, { location: `${secret.url}/a.png` }).end()
    })
    expect(await refusal(way.url)).toEqual(PRIVATE)
    expect(secret.asked).toEqual([])
  })

  it('a name to which one that is allowed redirects', async () => {
    const way = await startAllowed((_request, response) => {
      response.writeHead(307, { location: 'http://pictures.example.com' }).end()
    })
    resolveTo('192.168.1.1')
    expect(await refusal(way.url)).toEqual(PRIVATE)
  })
})

it('a host that is allowed is so on its port only', async () => {
  const [server, other] = [
    await startAllowed(serving(PICTURE)),
    await start(serving(PICTURE)),
  ]
  expect(await inspect(`${server.url}/a.png`)).toMatchObject({ size: 1234 })
  expect(await refusal(`${other.url}/a.png`)).toEqual('is not a public address')
})
