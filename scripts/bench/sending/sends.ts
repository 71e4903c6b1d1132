import type { CallbackRequest } from '../load/callbacks'

import type { MessageToSend } from './clientLoop'

export const SENDER = '+15005550006'

/** Messages to as many people, whom nobody else in the benchmark writes to. */
export const messagesTo = (count: number): MessageToSend[] =>
  Array.from({ length: count }, (_, n) => ({
    to: `+1212${2_000_000 + n}`,
    from: SENDER,
    body: 'Your parcel arrives today between 2 and 4 p.m.',
  }))

const SEND =
  'mutation ($to: String!, $body: String!) { sendSms(to: $to, body: $body) { id sid status } }'

/** The same message, sent as a program sends it. */
export const sendSms = (
  key: string,
  { to, body }: MessageToSend
): CallbackRequest => ({
  method: 'POST',
  path: '/.redwood/functions/graphql',
  headers: {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
  },
  body: JSON.stringify({ query: SEND, variables: { to, body } }),
})
