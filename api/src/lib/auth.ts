import type { ApiKeyScope, Role } from '@prisma/client'
import type { UserSettings } from 'types/graphql'

import type { Decoded } from '@redwoodjs/api'
import { AuthenticationError, ForbiddenError } from '@redwoodjs/graphql-server'

import { findApiKey, noteUse } from 'src/lib/access/apiKeys'
import { isMisplacedDemo } from 'src/lib/access/demo'
import { allowsScope } from 'src/lib/access/scopes'
import { findSession } from 'src/lib/access/sessions/sessions'
import { badUserInput } from 'src/lib/errors'
import { showSettings } from 'src/lib/settings/showSettings'

export const cookieName = 'session_%port%'

/** What `auth-provider` says for programs; server.ts sets it where a request brings a bearer key. */
export const API_KEY_PROVIDER = 'apiKey'

/** Who asks: a person, or a program with a key. */
export type CurrentUser = {
  id: string
  kind: 'user' | 'apiKey'
  email: string | null
  name: string | null
  roles: Role[]
  /** A key's: what it may be used for, of what its role may. */
  scopes?: ApiKeyScope[]
  /** A person's login. */
  sessionId?: string
  /** A person's, so that the page has them before it paints. */
  settings?: UserSettings
}

const currentUserOfSession = async (
  sessionId: unknown
): Promise<CurrentUser | null> => {
  const user = await findSession(sessionId)
  if (!user || isMisplacedDemo(user.email)) {
    return null
  }
  const { id, email, name, role } = user
  return {
    id,
    email,
    name,
    kind: 'user',
    roles: [role],
    sessionId: sessionId as string,
    settings: showSettings(user.settings as object),
  }
}

const currentUserOfKey = async (token: string): Promise<CurrentUser | null> => {
  const key = await findApiKey(token)
  if (!key) {
    return null
  }
  await noteUse(key)
  const { id, name, role, scopes } = key
  return { id, name, email: null, kind: 'apiKey', roles: [role], scopes }
}

/** Called by Redwood for each request that brings a session or a key. */
export const getCurrentUser = async (
  session: Decoded,
  { token, type }: { token: string; type: string }
): Promise<CurrentUser | null> => {
  if (type === API_KEY_PROVIDER) {
    return currentUserOfKey(token)
  }
  return currentUserOfSession(session?.session)
}

const currentUser = () => context.currentUser as CurrentUser | undefined

export const isAuthenticated = () => !!currentUser()

export const hasRole = (roles: string | string[] | undefined) => {
  const wanted = ([] as string[]).concat(roles ?? [])
  return !!currentUser()?.roles.some((role) => wanted.includes(role))
}

interface Right {
  roles?: string | string[]
  /** What a key must be made for. */
  scope?: ApiKeyScope
}

/** Throws unless somebody is logged in who has one of the roles, and whose key, if it is one, is for that. */
export const requireAuth = ({ roles, scope }: Right = {}) => {
  const user = currentUser()
  if (!user) {
    throw new AuthenticationError("You don't have permission to do that.")
  }
  if (roles && !hasRole(roles)) {
    throw new ForbiddenError("You don't have access to do that.")
  }
  if (scope && !allowsScope(user, scope)) {
    throw new ForbiddenError(`This key has not the scope ${scope}.`)
  }
}

/** For `sentById` or `apiKeyId` of what somebody writes. */
export const authorOf = ({ id, kind }: CurrentUser) =>
  kind === 'apiKey' ? { apiKeyId: id } : { sentById: id }

const whoeverAsks = () => {
  const user = currentUser()
  if (!user) {
    throw new AuthenticationError("You don't have permission to do that.")
  }
  return user
}

/** Who writes. */
export const author = () => authorOf(whoeverAsks())

/** Who does something, and the name under which it is written down. */
export interface Actor {
  userId?: string
  apiKeyId?: string
  name: string | null
}

/**
 * The id of the person who asks.
 *
 * @throws BAD_USER_INPUT: a key is nobody
 */
export const person = () => {
  const { id, kind } = whoeverAsks()
  if (kind === 'apiKey') {
    throw badUserInput('A key is nobody: it has no name and no settings.')
  }
  return id
}

/** Who acts. */
export const actor = (): Actor => {
  const { id, kind, name, email } = whoeverAsks()
  const called = name ?? email
  return kind === 'apiKey'
    ? { apiKeyId: id, name: called }
    : { userId: id, name: called }
}
