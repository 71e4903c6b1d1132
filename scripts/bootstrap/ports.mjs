import net from 'node:net'

import { port as portOf } from './env.mjs'
import { PlainError } from './errors.mjs'

// All three, since macOS lets one program listen on every address while another holds 127.0.0.1.
const ADDRESSES = ['127.0.0.1', '::1', '::']

const tryListen = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error) => resolve(error.code))
    server.listen({ port, host }, () => {
      const taken = server.address().port
      server.close(() => resolve(taken))
    })
  })

/** Why `port` can't be listened on (EADDRINUSE, EACCES), or undefined. */
export async function whyTaken(port) {
  for (const host of ADDRESSES) {
    const answer = await tryListen(port, host)
    if (answer === 'EADDRINUSE' || answer === 'EACCES') {
      return answer
    }
  }
}

/** A port that nobody listens on now. */
export const freePort = () => tryListen(0, '127.0.0.1')

/** Throws one line that names the port and its variable, for the first of them that can't be had. */
export async function checkPorts(variables) {
  const ports = new Map()
  for (const variable of variables) {
    const port = portOf(variable)
    if (ports.has(port)) {
      throw new PlainError(
        `${variable} and ${ports.get(port)} are both ${port}: give them different ports.`
      )
    }
    ports.set(port, variable)
    const reason = await whyTaken(port)
    if (reason) {
      throw new PlainError(
        reason === 'EACCES'
          ? `Port ${port} may not be used by this user: set ${variable} to one above 1023.`
          : `Port ${port} is taken by another program: stop it, or set ${variable} to a free port.`
      )
    }
  }
}
