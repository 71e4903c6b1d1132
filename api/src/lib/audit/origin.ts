import type { IncomingHttpHeaders } from 'node:http'

import type { CurrentUser } from 'src/lib/auth'
import { logFields } from 'src/lib/logFields'

import type { Where, Who } from './entry'

/** Who asks, as an entry names them. */
export const whoOf = ({
  id,
  kind,
  name,
  email,
  sessionId,
}: CurrentUser): Who => ({
  kind: kind === 'apiKey' ? 'API_KEY' : 'USER',
  id,
  name,
  email,
  sessionId,
})

interface Request {
  /** The client's, as far as the proxies in front are trusted (TRUSTED_PROXIES). */
  ip?: string
  headers?: IncomingHttpHeaders
}

/** From where a request comes. */
export const whereOf = ({ ip, headers }: Request): Where => ({
  address: ip,
  userAgent: headers?.['user-agent'],
  requestId: logFields().requestId,
})
