import { createHash } from 'node:crypto'
import http from 'node:http'

import type { Client } from 'pg'

import { signedForm } from '../../simulator/webhooks/signedForm'
import { createApiKey } from '../database'
import { AUTH_TOKEN } from '../load/callbacks'

/** The n-th of those who write for the first time. */
const newcomer = (n: number) => `+1646${2_000_000 + n}`

/** A conversation by SMS, and who is in it. */
interface Talk {
  id: string
  address: string
  senderAddress: string
}

/** What a second of a busy inbox holds; 20 events, since what is sent is also accepted, sent and delivered. */
const A_SECOND = { received: 9, fresh: 1, sent: 2, archived: 2 }

/** A machine that is too slow for the rate gets less of it, and not an ever longer queue. */
const MOST_AT_ONCE = 30

/** Of so many received messages, one is in the conversation that is open. */
const OPEN_ONE_IN = 20

const TEXTS = [
  'Is my parcel on its way? I am at home until 4 p.m.',
  'Thanks!',
  'I would like to change my order, please: two of the small ones instead of the large one. Is that still possible today?',
  'Can you call me back?',
]

export interface Traffic {
  /** What the requests were answered that were not answered as they should be. */
  failures: () => string[]
  /** Resolves when nothing is under way any more. */
  stop: () => Promise<void>
}

const post = (
  agent: http.Agent,
  url: string,
  headers: http.OutgoingHttpHeaders,
  body: string
) =>
  new Promise<string | null>((resolve) => {
    const request = http.request(
      url,
      { method: 'POST', agent, headers },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => (text += piece))
        response.on('end', () =>
          resolve(
            response.statusCode === 200 && !text.includes('"errors":')
              ? null
              : `${response.statusCode} ${text}`
          )
        )
        response.on('error', (error) => resolve(error.message))
      }
    )
    request.on('error', (error) => resolve(error.message))
    request.end(body)
  })

const readTalks = async (client: Client, number: string) => {
  const { rows } = await client.query<Talk>(
    `SELECT c.id, ct.address, c."senderAddress" FROM "Conversation" c JOIN "Contact" ct ON ct.id = c."contactId"
     WHERE c.channel = 'SMS' AND c."senderAddress" = $1 ORDER BY md5(c.id::text)`,
    [number]
  )
  return rows
}

/** Makes things happen in a server's inbox, evenly and at a steady rate, until it is stopped. */
export async function startTraffic(
  { origin, client }: { origin: string; client: Client },
  { number, openId, speed }: { number: string; openId: string; speed: number }
): Promise<Traffic> {
  const agent = new http.Agent({ keepAlive: true })
  const key = await createApiKey(client, 'AGENT')
  const talks = await readTalks(client, number)
  const openOne = talks.find(({ id }) => id === openId)
  const run = Date.now()
  const under = new Set<Promise<string | null>>()
  const failures: string[] = []
  const track = (work: Promise<string | null>) => {
    under.add(work)
    void work.then((failure) => {
      under.delete(work)
      if (failure) {
        failures.push(failure)
      }
    })
  }
  const of = <Item>(items: Item[], n: number) => items[n % items.length]

  const receive = (from: string, n: number) => {
    const sid = `SM${createHash('md5').update(`hour ${run} ${from} ${n}`).digest('hex')}`
    const { url, headers, body } = signedForm(
      `${origin}/.redwood/functions/twilioMessage`,
      {
        MessageSid: sid,
        SmsSid: sid,
        SmsMessageSid: sid,
        AccountSid: 'AC00000000000000000000000000bec400',
        From: from,
        To: number,
        Body: of(TEXTS, n),
        NumMedia: '0',
        NumSegments: '1',
        SmsStatus: 'received',
        ApiVersion: '2010-04-01',
      },
      AUTH_TOKEN,
      sid
    )
    return post(agent, url, headers, body)
  }
  const ask = (query: string, variables: object) =>
    post(
      agent,
      `${origin}/.redwood/functions/graphql`,
      {
        'content-type': 'application/json',
        authorization: `Bearer ${key}`,
      },
      JSON.stringify({ query, variables })
    )
  const acts = {
    received: (n: number) =>
      receive(
        openOne && n % OPEN_ONE_IN === 0
          ? openOne.address
          : of(talks, n).address,
        n
      ),
    fresh: (n: number) => receive(newcomer(n), n),
    sent: (n: number) =>
      ask(
        'mutation ($to: String!, $body: String!) { sendSms(to: $to, body: $body) { id } }',
        { to: newcomer(Math.floor(n / 2)), body: of(TEXTS, n) }
      ),
    archived: (n: number) =>
      ask('mutation ($id: ID!) { archiveConversation(id: $id) { id } }', {
        id: of(
          talks.filter(({ id }) => id !== openId),
          n * 3
        ).id,
      }),
  }
  const timers = Object.entries(A_SECOND).map(([kind, perSecond]) => {
    const began = performance.now()
    let done = 0
    return setInterval(() => {
      const due = ((performance.now() - began) / 1000) * perSecond * speed
      while (done < due && under.size < MOST_AT_ONCE) {
        track(acts[kind as keyof typeof acts](done++))
      }
    }, 20)
  })
  return {
    failures: () => failures,
    stop: async () => {
      timers.forEach(clearInterval)
      await Promise.all(under)
      agent.destroy()
    },
  }
}
