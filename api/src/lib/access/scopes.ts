import { ApiKeyScope } from '@prisma/client'

/** Everything that a role may. */
const ALL_SCOPES = Object.values(ApiKeyScope)

/** What leaves this house: a key that may do nothing else can't change what colleagues see, and the other way round. */
const SENDS = [
  'sendSms',
  'sendConversationMessage',
  'createTwilioConversation',
  'retryMessage',
  'retryFailedMessages',
  'cancelMessage',
]

interface Operation {
  /** Query, Mutation or Subscription. */
  type: string
  field: string
  /** Whose it is; nothing where it is everybody's. */
  roles?: string | readonly string[]
}

/**
 * What a key must be made for to do this: what is for administrators only is CONFIGURE, whether it asks or changes; else
 * what asks is READ, what sends is SEND, and what is done around it (notes, labels, archiving) is WORK. The answer to a
 * mutation may be read by whoever may do it.
 */
export function scopeOf({ type, field, roles }: Operation): ApiKeyScope {
  const only = roles?.length === 1 || typeof roles === 'string' ? roles : []
  if (only.includes('ADMIN')) {
    return 'CONFIGURE'
  }
  if (type !== 'Mutation') {
    return 'READ'
  }
  return SENDS.includes(field) ? 'SEND' : 'WORK'
}

/** Scopes as somebody writes them on a command line; null where one of them is none. */
export function parseScopes(written?: string): ApiKeyScope[] | null {
  const words = written?.toUpperCase().split(',') ?? []
  const scopes = words.map((word) =>
    ALL_SCOPES.find((scope) => scope === word.trim())
  )
  return scopes.includes(undefined) ? null : (scopes as ApiKeyScope[])
}

/** People have no scopes: their role says all. */
export const allowsScope = (
  { scopes }: { scopes?: readonly ApiKeyScope[] },
  scope: ApiKeyScope
) => !scopes || scopes.includes(scope)
