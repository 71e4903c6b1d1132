import http from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Role } from '@prisma/client'
import fastify from 'fastify'

import type { GraphQLYogaOptions } from '@redwoodjs/graphql-server'
import { createGraphQLYoga } from '@redwoodjs/graphql-server'
import { useRedwoodRealtime } from '@redwoodjs/realtime'

import * as graphql from 'src/functions/graphql'
import { createApiKey } from 'src/lib/access/apiKeys'
import { API_KEY_PROVIDER } from 'src/lib/auth'
import { realtime } from 'src/lib/realtime'

type Plugin = NonNullable<GraphQLYogaOptions['extraPlugins']>[number]

/** What Redwood's build takes out of functions/graphql for its server. */
const { __rw_graphqlOptions: options } = graphql as unknown as {
  __rw_graphqlOptions: GraphQLYogaOptions
}

/** The server's own GraphQL: schema, directives, plugins and all, as Redwood's Fastify plugin puts it together. */
const startServer = async () => {
  const { yoga } = createGraphQLYoga({
    ...options,
    extraPlugins: [
      ...(options.extraPlugins ?? []),
      useRedwoodRealtime(realtime) as Plugin,
    ],
    // For the tests that go through all operations.
    allowIntrospection: true,
  })
  const server = fastify()
  server.post('/graphql', async (req, reply) => {
    const { status, headers, body } = await yoga.handleNodeRequest(req, {
      req,
      reply,
      event: { headers: req.headers, httpMethod: req.method },
      requestContext: {},
    })
    return reply.status(status).headers(Object.fromEntries(headers)).send(body)
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  server.server.unref()
  server.server.on('connection', (socket) => socket.unref())
  const { port } = server.server.address() as AddressInfo
  return `http://127.0.0.1:${port}/graphql`
}

let url: Promise<string> | undefined

export interface GraphQLAnswer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test knows what it asked for
  data: any
  errors?: {
    message: string
    path?: (string | number)[]
    extensions?: { code?: string; [more: string]: unknown }
  }[]
}

export type Credentials = Record<string, string>

/** What the API server makes of `Authorization: Bearer`. */
export const withKey = (key: string): Credentials => ({
  authorization: `Bearer ${key}`,
  'auth-provider': API_KEY_PROVIDER,
})

export const NOBODY: Credentials = {}

export const keyFor = async (role: Role) =>
  withKey(await createApiKey(`a program that is ${role}`, role))

const request = async (
  query: string,
  variables: object,
  credentials: Credentials,
  accept: string
) => {
  url ??= startServer()
  return fetch(await url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, ...credentials },
    body: JSON.stringify({ query, variables }),
  })
}

/** Asks the server as a client does. */
export async function ask(
  credentials: Credentials,
  query: string,
  variables: object = {}
): Promise<GraphQLAnswer> {
  const response = await request(
    query,
    variables,
    credentials,
    'application/json'
  )
  const { data, errors } = (await response.json()) as GraphQLAnswer
  return { data, errors }
}

/** The code of the only error. */
export const codeOf = ({ errors }: GraphQLAnswer) => {
  expect(errors).toHaveLength(1)
  return errors?.[0].extensions?.code
}

/** A live stream, as a browser has it. */
export interface Stream {
  next: () => Promise<GraphQLAnswer>
  close: () => Promise<void>
}

/** Asks for a stream, and is gone before it has begun. */
export async function leave(credentials: Credentials, query: string) {
  url ??= startServer()
  const request = http.request(await url, {
    method: 'POST',
    agent: false,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...credentials,
    },
  })
  request.on('error', () => {})
  // `once` of node:events would reject by the error that comes before.
  const closed = new Promise((resolve) => request.once('close', resolve))
  request.end(JSON.stringify({ query, variables: {} }), () => request.destroy())
  await closed
}

/** Opens a stream; what is published after it resolves comes through it. */
export async function open(
  credentials: Credentials,
  query: string,
  variables: object = {}
): Promise<Stream> {
  const response = await request(
    query,
    variables,
    credentials,
    'text/event-stream'
  )
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let received = ''

  const next = async (): Promise<GraphQLAnswer> => {
    for (;;) {
      const event = /^event: next\ndata: (.*)\n\n/m.exec(received)
      if (event) {
        received = received.slice(event.index + event[0].length)
        return JSON.parse(event[1])
      }
      const { value, done } = await reader.read()
      if (done) {
        throw new Error(`The stream has ended: ${received}`)
      }
      received += decoder.decode(value, { stream: true })
    }
  }
  return { next, close: () => reader.cancel() }
}
