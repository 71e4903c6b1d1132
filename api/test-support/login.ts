import type { APIGatewayProxyEvent, Context } from 'aws-lambda'

import { mockHttpEvent } from '@redwoodjs/testing/api'

import { handler } from 'src/functions/auth'

import type { Credentials } from './graphql'

interface Answer {
  statusCode: number
  body: string
  headers?: Record<string, string>
  multiValueHeaders?: Record<string, string[]>
}

interface From {
  cookie?: string
  address?: string
  /** A GET has it instead of a body. */
  query?: Record<string, string>
}

/** Asks `auth` as a browser does, which sends JSON, or as whoever sends what is none. */
export async function askAuth(
  body: object | string,
  { cookie = '', address = '192.0.2.1', query }: From = {}
): Promise<Answer> {
  const event = mockHttpEvent({
    httpMethod: query ? 'GET' : 'POST',
    path: '/auth',
    headers: { 'content-type': 'application/json', cookie },
    queryStringParameters: query ?? null,
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  }) as APIGatewayProxyEvent
  const requestContext = { identity: { sourceIp: address } }
  return (await handler(
    { ...event, requestContext } as APIGatewayProxyEvent,
    {} as Context
  )) as Answer
}

export const cookiesOf = ({ headers, multiValueHeaders }: Answer) => {
  const all = { ...headers, ...multiValueHeaders }
  const name = Object.keys(all).find((each) => /^set-cookie$/i.test(each))
  return [name ? all[name] : []].flat()
}

/** What a browser that has logged in sends from then on. */
export async function logIn(
  username: string,
  password: string,
  from?: From
): Promise<Credentials> {
  const answer = await askAuth({ method: 'login', username, password }, from)
  if (answer.statusCode !== 200) {
    throw new Error(`Not logged in: ${answer.body}`)
  }
  return {
    cookie: cookiesOf(answer)
      .map((each) => each.split(';')[0])
      .join('; '),
    'auth-provider': 'dbAuth',
    authorization: `Bearer ${JSON.parse(answer.body).id}`,
  }
}
