import type { FastifyRequest } from 'fastify'
import {
  defaultFieldResolver,
  type ExecutionArgs,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql'

import { type CurrentUser, requireAuth } from 'src/lib/auth'

import { ACTIONS, NOT_AUDITED } from './actions'
import { audited, codeOf, outcomeOf } from './audited'
import type { Deed } from './entry'
import { keptArguments } from './keptArguments'
import { noteRefusal } from './noteRefusal'
import { type Field, groupOf, rightOf, subjectRuleOf } from './operations'
import { whereOf, whoOf } from './origin'
import { followSubject, labelled } from './subjectOf'
import { writeBehind } from './writeBehind'

interface Context {
  currentUser?: CurrentUser
  req?: Pick<FastifyRequest, 'ip' | 'headers'>
}

type Resolve = GraphQLFieldResolver<unknown, Context>

const refusalOf = (right: ReturnType<typeof rightOf>) => {
  try {
    if (right) {
      requireAuth(right)
    }
    return null
  } catch (error) {
    return error
  }
}

const auditMutation = (schema: GraphQLSchema, field: Field): Resolve => {
  const resolve = field.resolve ?? defaultFieldResolver
  const right = rightOf(schema, 'Mutation', field)
  const group = groupOf('Mutation', field, right)
  const rule = subjectRuleOf(field)
  const action = ACTIONS[field.name] ?? {}

  return async (root, args, context, info) => {
    const work = () => resolve(root, args, context, info)
    const { currentUser, req } = context
    const who = currentUser ? whoOf(currentUser) : await action.who?.(args)
    if (!who) {
      return work()
    }
    const deed: Deed = {
      group,
      action: field.name,
      who,
      where: whereOf(req ?? {}),
      arguments: keptArguments(field.args, args, action.texts),
    }
    const refusal = refusalOf(right)
    if (refusal) {
      const id = rule && rule !== 'self' && rule.argument
      const subject = id && !rule.key ? { type: rule.type, id: args[id] } : null
      await noteRefusal({ ...deed, subject }, codeOf(refusal))
      return work()
    }
    if (action.isRecordedElsewhere) {
      return auditBehind(deed, rule, args, work)
    }
    const { subject, learn } = await followSubject(rule, args, who)
    const known = await labelled(deed.arguments ?? [])
    return audited({ ...deed, subject, arguments: known }, work, learn)
  }
}

const auditBehind = async (
  deed: Deed,
  rule: ReturnType<typeof subjectRuleOf>,
  args: Record<string, unknown>,
  work: () => unknown
) => {
  const subjectOf = (id: unknown) =>
    rule && rule !== 'self'
      ? { type: rule.type, id: id ? String(id) : null }
      : null
  const named = rule !== 'self' && rule?.argument && args[rule.argument]
  try {
    const result = await work()
    const { id } = (result ?? {}) as { id?: unknown }
    writeBehind({ ...deed, subject: subjectOf(named || id), outcome: 'DONE' })
    return result
  } catch (error) {
    writeBehind({ ...deed, subject: subjectOf(named), ...outcomeOf(error) })
    throw error
  }
}

/** Asking changes nothing; only what somebody was refused is written down. */
const auditQuery = (schema: GraphQLSchema, field: Field): Resolve => {
  const resolve = field.resolve ?? defaultFieldResolver
  const group = groupOf('Query', field, rightOf(schema, 'Query', field))

  return async (root, args, context, info) => {
    try {
      return await resolve(root, args, context, info)
    } catch (error) {
      const { currentUser, req } = context
      if (currentUser && codeOf(error) === 'FORBIDDEN') {
        const who = whoOf(currentUser)
        const where = whereOf(req ?? {})
        const action = `read ${field.name}`
        await noteRefusal({ group, action, who, where }, 'FORBIDDEN')
      }
      throw error
    }
  }
}

const seen = new WeakSet<GraphQLSchema>()

/** Once for each schema, after the directives have wrapped its resolvers: what they refuse is seen, too. */
const auditSchema = (schema: GraphQLSchema) => {
  seen.add(schema)
  const fieldsOf = (type: 'getQueryType' | 'getMutationType') =>
    Object.values(schema[type]()?.getFields() ?? {})
  for (const field of fieldsOf('getMutationType')) {
    if (!(field.name in NOT_AUDITED)) {
      field.resolve = auditMutation(schema, field)
    }
  }
  for (const field of fieldsOf('getQueryType')) {
    field.resolve = auditQuery(schema, field)
  }
}

/**
 * Writes down each mutation of the schema, whoever adds it, and whatever somebody was refused. By the resolvers, as they
 * know their arguments and answers whatever the document selects of them.
 */
export const auditOperations = {
  onExecute: ({ args: { schema } }: { args: ExecutionArgs }) => {
    if (!seen.has(schema)) {
      auditSchema(schema)
    }
  },
}
