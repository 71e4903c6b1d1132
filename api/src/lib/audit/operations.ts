import type { AuditGroup } from '@prisma/client'
import {
  getDirectiveValues,
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isObjectType,
} from 'graphql'

import { scopeOf } from 'src/lib/access/scopes'

import { ACTIONS, type SubjectRule } from './actions'

export type Field = GraphQLField<unknown, unknown>

type Type = 'Query' | 'Mutation'

/** Whose it is, by its directive; null where it is everybody's. */
export const rightOf = (schema: GraphQLSchema, type: Type, field: Field) => {
  const directive = schema.getDirective('requireAuth')
  const values =
    directive && field.astNode && getDirectiveValues(directive, field.astNode)
  if (!values) {
    return null
  }
  const roles = values.roles as string[] | undefined
  return { roles, scope: scopeOf({ type, field: field.name, roles }) }
}

const GROUPS = {
  CONFIGURE: 'ADMINISTRATION',
  SEND: 'SENDING',
  WORK: 'INBOX',
  READ: 'INBOX',
} as const

/** By whom it may be done, unless it is said otherwise. */
export const groupOf = (
  type: Type,
  field: Field,
  right: ReturnType<typeof rightOf>
): AuditGroup =>
  (type === 'Mutation' && ACTIONS[field.name]?.group) ||
  GROUPS[right?.scope ?? 'WORK']

/** The row of its `id`, or the first that it names, or what it answers with. */
const guessSubject = ({ args, type }: Field): SubjectRule | undefined => {
  const argument = args.find(
    (arg) => getNamedType(arg.type).name === 'ID' && /^id$|Id$/.test(arg.name)
  )?.name
  const answer = getNamedType(type)
  if (argument && argument !== 'id') {
    const name = argument.replace(/Id$/, '')
    return { type: name[0].toUpperCase() + name.slice(1), argument }
  }
  if (!isObjectType(answer)) {
    return undefined
  }
  return { type: answer.name, ...(argument ? { argument } : { result: 'id' }) }
}

/** To which thing a mutation is done. */
export const subjectRuleOf = (field: Field) =>
  ACTIONS[field.name]?.subject ?? guessSubject(field)
