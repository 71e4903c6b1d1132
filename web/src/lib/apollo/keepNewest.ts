import { gql } from '@apollo/client'
import type { ApolloCache, DocumentNode } from '@apollo/client'
import type { MessageStatus } from 'types/graphql'

import { isOlder } from 'src/lib/messageStatus/order'
import { CALL_FIELDS } from 'src/queries/callFields'
import { LABEL_FIELDS } from 'src/queries/labels'
import { TWILIO_FIELDS } from 'src/queries/twilioFields'
import { USER_FIELDS } from 'src/queries/users'

const MESSAGE_VERSION = gql`
  fragment MessageVersion on Message {
    id
    sid
    body
    editedAt
    removedAt
    redactedAt
    missedBy
    numSegments
    status
    errorCode
    errorMessage
    canRetry
    updatedAt
    sentAt
    deliveredAt
    readAt
    call {
      ...CallFields
    }
  }
  ${CALL_FIELDS}
`

const CONVERSATION_VERSION = gql`
  fragment ConversationVersion on Conversation {
    id
    status
    snoozedUntil
    unreadCount
    lastMessageAt
    messageCount
    optedOutAt
    optOutSource
    updatedAt
    assignee {
      ...UserFields
    }
    labels {
      ...LabelFields
    }
    twilio {
      ...TwilioFields
    }
    lastMessage {
      id
      direction
      body
      removedAt
      redactedAt
      status
      errorCode
      errorMessage
      createdAt
      updatedAt
      location {
        label
      }
      media {
        id
        contentType
        size
      }
      call {
        ...CallFields
      }
    }
  }
  ${CALL_FIELDS}
  ${LABEL_FIELDS}
  ${TWILIO_FIELDS}
  ${USER_FIELDS}
`

type Json = Record<string, unknown>
type Versioned = Json & { __typename: string; id: string; updatedAt: string }

const KINDS: Record<
  string,
  {
    version: DocumentNode
    name: string
    isOlder: (a: Versioned, b: Versioned) => boolean
  }
> = {
  Message: {
    version: MESSAGE_VERSION,
    name: 'MessageVersion',
    isOlder: (a, b) =>
      isOlder(
        a as Versioned & { status: MessageStatus },
        b as Versioned & { status: MessageStatus }
      ),
  },
  Conversation: {
    version: CONVERSATION_VERSION,
    name: 'ConversationVersion',
    isOlder: (a, b) => Date.parse(a.updatedAt) < Date.parse(b.updatedAt),
  },
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null

const isVersioned = (value: Json): value is Versioned =>
  typeof value.__typename === 'string' &&
  value.__typename in KINDS &&
  typeof value.id === 'string' &&
  typeof value.status === 'string' &&
  typeof value.updatedAt === 'string'

/**
 * An answer in which no message and no conversation is older than the cache knows it.
 *
 * Answers and live events come by different connections and overtake each other. What in `data` is older than the
 * cached one keeps the cached state, so that a status never runs backwards and a lock does not open again.
 */
export function keepNewest<T>(cache: ApolloCache<unknown>, data: T): T {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(visit)
    }
    if (!isJson(value)) {
      return value
    }
    const copy: Json = {}
    for (const [key, child] of Object.entries(value)) {
      copy[key] = visit(child)
    }
    return isVersioned(copy) ? { ...copy, ...newerIn(cache, copy) } : copy
  }
  return visit(data) as T
}

function newerIn(cache: ApolloCache<unknown>, incoming: Versioned): Json {
  const kind = KINDS[incoming.__typename]
  const known =
    kind &&
    cache.readFragment<Json>({
      id: cache.identify({ __typename: incoming.__typename, id: incoming.id }),
      fragment: kind.version,
      fragmentName: kind.name,
      returnPartialData: true,
    })
  if (!known || !isVersioned(known) || !kind.isOlder(incoming, known)) {
    return {}
  }
  return Object.fromEntries(
    Object.entries(known).filter(
      ([key, value]) => key in incoming && value !== undefined
    )
  )
}
