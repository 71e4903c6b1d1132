import type { FastifyRequest } from 'fastify'

import { audit } from './audit'
import type { Argument } from './entry'
import { whereOf } from './origin'

type Filter = Record<string, string | undefined>

const toArguments = (filter: Filter): Argument[] =>
  Object.entries(filter).flatMap(([name, value]) =>
    value ? [{ name, value }] : []
  )

/** Something leaves this house as a file. Await it before the first byte: what can't be written down is not given out. */
export const auditExport = (
  request: FastifyRequest,
  action: string,
  filter: Filter = {}
) =>
  audit({
    group: 'EXPORT',
    action,
    who: request.who,
    where: whereOf(request),
    arguments: toArguments(filter),
  })
