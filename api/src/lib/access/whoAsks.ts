import type { IncomingHttpHeaders } from 'node:http'

import type { APIGatewayProxyEvent, Context } from 'aws-lambda'

import { getAuthenticationContext } from '@redwoodjs/api'

import { type CurrentUser, getCurrentUser } from 'src/lib/auth'

import { decodeSession } from './decodeSession'

/** Whose session or key a request brings: for routes that are no functions of Redwood's. */
export async function whoAsks(
  headers: IncomingHttpHeaders
): Promise<CurrentUser | null> {
  const found = await getAuthenticationContext({
    authDecoder: decodeSession,
    event: { headers } as APIGatewayProxyEvent,
    context: {} as Context,
  })
  return found ? getCurrentUser(found[0], found[1]) : null
}
