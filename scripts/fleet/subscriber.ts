import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

import { askUntilAnswered } from './client'

/** As the pages' first try after a stream that had stood (web/src/lib/live/waitToRetry). */
const firstDelay = () => 250 + 250 * Math.random()

const MESSAGE = 'id status updatedAt'
const CONVERSATION = 'id messageCount unreadCount updatedAt'

/** What a page listens to, and what a program may. */
export const INBOX = `subscription { inboxChanged {
  ... on MessageAdded { message { ${MESSAGE} } }
  ... on MessageStatusChanged { message { ${MESSAGE} } }
  ... on ConversationChanged { conversation { ${CONVERSATION} } }
} }`
export const ADDED = `subscription { newMessage { ${MESSAGE} } }`
export const MOVED = `subscription { messageStatusChanged { ${MESSAGE} } }`

const LIST = `query { conversations(first: 100) { edges { node { ${CONVERSATION} } } } }`
const THREAD = `query ($id: ID!) { messages(conversationId: $id, last: 100) { edges { node { ${MESSAGE} } } } }`

export interface State {
  id: string
  updatedAt: string
  status?: string
  messageCount?: number
  unreadCount?: number
}

interface Connection<Node> {
  edges: { node: Node }[]
}

export interface Subscriber {
  name: string
  /** What it knows of each message and conversation. */
  known: Map<string, State>
  /** Whether it is told of conversations, too. */
  hearsConversations: boolean
  /** For how many milliseconds a stream of it was away, each time. */
  gaps: number[]
  /** When it was open, and had asked for what it missed, each time: by the monotonic clock. */
  caughtUp: number[]
  /** Whether it listens, and has asked for what it missed. */
  isCaughtUp: () => boolean
  /** Goes back to its own process; resolves when it has caught up there. */
  goHome: () => Promise<void>
  close: () => void
}

/**
 * Listens as our page does: when its stream ends it connects again, to another process where its own refuses, and at each
 * opening it asks for what it missed.
 *
 * @param urls its own process, and the others
 * @param front where it asks
 */
export function subscribe(
  name: string,
  documents: string[],
  urls: string[],
  front: string,
  key: string
): Subscriber {
  const known = new Map<string, State>()
  const caughtUp: number[] = []
  const gaps: number[] = []
  let closed = false
  let at = ''
  let listening = 0
  let asked = 0
  let leaveAll = () => {}

  /** Newer wins, as in the page. */
  const learn = (state: State) => {
    const before = known.get(state.id)
    if (!before || state.updatedAt >= before.updatedAt) {
      known.set(state.id, state)
    }
  }

  const hear = (event: string) => {
    const data = /^data: (\{.*\})$/m.exec(event)?.[1]
    const result =
      data && (Object.values(JSON.parse(data).data ?? {})[0] as object)
    if (result) {
      const inner = Object.values(result)[0]
      learn((typeof inner === 'object' ? inner : result) as State)
    }
  }

  const catchUp = async () => {
    const { conversations } = await askUntilAnswered<{
      conversations: Connection<State>
    }>(front, key, LIST)
    const nodes = conversations.edges.map(({ node }) => node)
    nodes.forEach(learn)
    await Promise.all(
      nodes.map(async ({ id }) => {
        const { messages } = await askUntilAnswered<{
          messages: Connection<State>
        }>(front, key, THREAD, { id })
        messages.edges.forEach(({ node }) => learn(node))
      })
    )
  }

  /** One stream, to its end; rejects where it could not be opened. */
  const listen = (url: string, document: string, onOpen: () => void) =>
    new Promise<void>((resolve, reject) => {
      const request = http.request(
        `${url}/graphql/stream`,
        {
          method: 'POST',
          agent: false,
          headers: {
            authorization: `Bearer ${key}`,
            'content-type': 'application/json',
            accept: 'text/event-stream',
          },
        },
        (response) => {
          if (response.statusCode !== 200) {
            request.destroy()
            reject(new Error(`${response.statusCode}`))
            return
          }
          let rest = ''
          response.setEncoding('utf8')
          response.on('data', (text: string) => {
            const events = (rest + text).split('\n\n')
            rest = events.pop() as string
            events.forEach(hear)
          })
          response.on('error', () => {})
          response.on('close', resolve)
          const before = leaveAll
          leaveAll = () => {
            before()
            request.destroy()
          }
          onOpen()
        }
      )
      request.on('error', reject)
      request.end(JSON.stringify({ query: document }))
    })

  const keepListening = async (document: string) => {
    let lostAt = 0
    while (!closed) {
      for (const url of urls) {
        let opened = false
        const onOpen = () => {
          opened = true
          gaps.push(...(lostAt ? [performance.now() - lostAt] : []))
          at = url
          listening += 1
          const mine = (asked += 1)
          void catchUp().then(() => {
            if (mine === asked && listening === documents.length) {
              caughtUp.push(performance.now())
            }
          })
        }
        await listen(url, document, onOpen).catch(() => {})
        if (opened) {
          listening -= 1
          lostAt = performance.now()
          break
        }
      }
      await pause(firstDelay())
    }
  }
  documents.forEach((document) => void keepListening(document))

  const isCaughtUp = () => listening === documents.length && caughtUp.length > 0
  return {
    name,
    known,
    hearsConversations: documents.includes(INBOX),
    gaps,
    caughtUp,
    isCaughtUp,
    goHome: async () => {
      if (at !== urls[0]) {
        const before = caughtUp.length
        leaveAll()
        leaveAll = () => {}
        while (caughtUp.length === before) {
          await pause(20)
        }
      }
    },
    close: () => {
      closed = true
      leaveAll()
    },
  }
}
