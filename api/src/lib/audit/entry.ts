import type { AuditActorKind, AuditGroup, AuditOutcome } from '@prisma/client'

/** Who did it, under the names of that moment. */
export interface Who {
  kind: AuditActorKind
  /** Of the user, or of the API key. */
  id?: string | null
  name?: string | null
  email?: string | null
  /** The login, of a person. */
  sessionId?: string | null
}

/** From where. */
export interface Where {
  address?: string | null
  userAgent?: string | null
  requestId?: string | null
}

/** To which thing. */
export interface Subject {
  /** The model that it is a row of. */
  type: string
  id?: string | null
  /** Never a contact's: who asks to be erased could not be erased here. */
  name?: string | null
}

/** What was asked for: never a text that somebody wrote to somebody, a password or a key. */
export interface Argument {
  name: string
  value: string
  /** What the value is the id of, by its name. */
  label?: string | null
}

export interface Change {
  field: string
  before: string | null
  after: string | null
}

/** What was done, to what. */
export interface Deed {
  group: AuditGroup
  /** A mutation's name, or what happened elsewhere (`logIn`). */
  action: string
  who: Who
  where: Where
  subject?: Subject | null
  arguments?: Argument[]
}

export interface Entry extends Deed {
  /** None while it is not known. */
  outcome?: AuditOutcome
  /** Of what failed. */
  code?: string
  changes?: Change[]
  /** The entry that was written before it was done. */
  attemptId?: string
  /** Of all that say the same, one is written in a quarter of an hour. */
  once?: string
}
