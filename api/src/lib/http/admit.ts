import type { ApiKeyScope, Role } from '@prisma/client'
import type { FastifyReply, FastifyRequest } from 'fastify'

import { allowsScope } from 'src/lib/access/scopes'
import { whoAsks } from 'src/lib/access/whoAsks'
import type { Who } from 'src/lib/audit/entry'
import { noteRefusal } from 'src/lib/audit/noteRefusal'
import { whereOf, whoOf } from 'src/lib/audit/origin'
import { authorOf } from 'src/lib/auth'

import { NOT_LOGGED_IN, refusal } from './refusal'

interface Right {
  /** Without them, all. */
  roles?: readonly Role[]
  /** What a key must be made for. */
  scope: ApiKeyScope
}

/** Lets in who has the right, before a body is read; as `requireAuth` does for GraphQL. */
export const admit =
  ({ roles, scope }: Right) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const user = await whoAsks(request.headers)
    if (!user) {
      return reply.code(401).send(NOT_LOGGED_IN)
    }
    const hasRole = !roles || user.roles.some((role) => roles.includes(role))
    if (!hasRole || !allowsScope(user, scope)) {
      await noteRefusal(
        {
          group: scope === 'CONFIGURE' ? 'ADMINISTRATION' : 'INBOX',
          action: `${request.method} ${request.routeOptions.url}`,
          who: whoOf(user),
          where: whereOf(request),
        },
        'FORBIDDEN'
      )
      const message = "You don't have access to do that."
      return reply.code(403).send(refusal(message, 'FORBIDDEN'))
    }
    request.author = authorOf(user)
    request.who = whoOf(user)
  }

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. */
    author: ReturnType<typeof authorOf>
    /** The same, as the audit log names them. */
    who: Who
  }
}
