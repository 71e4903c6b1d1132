import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql'

import type { Argument } from './entry'
import { keepable } from './keepable'

/** Types whose values are nobody's text. */
const PLAIN = ['ID', 'Boolean', 'Int', 'Float', 'DateTime', 'Date']

const MOST_VALUES = 50

const show = (value: unknown) =>
  value instanceof Date ? value.toISOString() : keepable(String(value))

const isKept = (
  type: GraphQLInputType,
  name: string,
  texts: readonly string[]
) => {
  const named = getNamedType(type)
  return isEnumType(named) || PLAIN.includes(named.name) || texts.includes(name)
}

type Field = GraphQLArgument | GraphQLInputField

const readField = (
  { name, type }: Field,
  value: unknown,
  texts: readonly string[]
): Argument[] => {
  if (value === null || value === undefined) {
    return []
  }
  const named = getNullableType(type)
  if (isInputObjectType(named)) {
    return keptArguments(
      Object.values(named.getFields()),
      value as Record<string, unknown>,
      texts
    )
  }
  if (isInputObjectType(getNamedType(type)) || !isKept(type, name, texts)) {
    return []
  }
  const values = isListType(named) ? (value as unknown[]) : [value]
  return [{ name, value: values.slice(0, MOST_VALUES).map(show).join(', ') }]
}

/**
 * What may be kept of a mutation's arguments: by their types what can't be a text (ids, numbers, times, switches,
 * choices), and of the texts those that are named. What nobody thought of is left out.
 */
export const keptArguments = (
  fields: readonly Field[],
  values: Record<string, unknown>,
  texts: readonly string[] = []
): Argument[] =>
  fields.flatMap((field) => readField(field, values[field.name], texts))
