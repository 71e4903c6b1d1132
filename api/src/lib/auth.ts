import type { Role } from '@prisma/client'
import type { UserSettings } from 'types/graphql'

import type { Decoded } from '@redwoodjs/api'
import { AuthenticationError, ForbiddenError } from '@redwoodjs/graphql-server'

import { findApiKey, noteUse } from 'src/lib/access/apiKeys'
import { isMisplacedDemo } from 'src/lib/access/demo'
import { db } from 'src/lib/db'
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
  /** A person's, so that the page has them before it paints. */
  settings?: UserSettings
}

const currentUserOfSession = async (
  id: string
): Promise<CurrentUser | null> => {
  const user = await db.user.findUnique({
    where: { id },
    select: { id: true, email: true, name: true, role: true, settings: true },
  })
  if (!user || isMisplacedDemo(user.email)) {
    return null
  }
  const settings = showSettings(user.settings as object)
  return { ...user, kind: 'user', roles: [user.role], settings }
}

const currentUserOfKey = async (token: string): Promise<CurrentUser | null> => {
  const key = await findApiKey(token)
  if (!key) {
    return null
  }
  await noteUse(key)
  const { id, name, role } = key
  return { id, name, email: null, kind: 'apiKey', roles: [role] }
}

/** Called by Redwood for each request that brings a session or a key. */
export const getCurrentUser = async (
  session: Decoded,
  { token, type }: { token: string; type: string }
): Promise<CurrentUser | null> => {
  if (type === API_KEY_PROVIDER) {
    return currentUserOfKey(token)
  }
  const id = session?.id
  return typeof id === 'string' ? currentUserOfSession(id) : null
}

const currentUser = () => context.currentUser as CurrentUser | undefined

export const isAuthenticated = () => !!currentUser()

export const hasRole = (roles: string | string[] | undefined) => {
  const wanted = ([] as string[]).concat(roles ?? [])
  return !!currentUser()?.roles.some((role) => wanted.includes(role))
}

/** Throws unless somebody is logged in who has one of the roles. */
export const requireAuth = ({ roles }: { roles?: string | string[] } = {}) => {
  if (!isAuthenticated()) {
    throw new AuthenticationError("You don't have permission to do that.")
  }
  if (roles && !hasRole(roles)) {
    throw new ForbiddenError("You don't have access to do that.")
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
