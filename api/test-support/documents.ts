import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'

/** Something of the right type, which exists nowhere. */
const literal = (type: GraphQLInputType): string => {
  if (isNonNullType(type)) {
    return literal(type.ofType)
  }
  if (isListType(type)) {
    return '[]'
  }
  if (isEnumType(type)) {
    return type.getValues()[0].name
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) =>
      isNonNullType(field.type)
    )
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`
  }
  switch (getNamedType(type).name) {
    case 'Int':
    case 'Float':
      return '1'
    case 'Boolean':
      return 'true'
    case 'DateTime':
      return '"2026-01-01T00:00:00Z"'
    default:
      return '"none"'
  }
}

/** What asks for a field, with all that it needs. */
export const documentOf = (
  kind: string,
  field: GraphQLField<unknown, unknown>
) => {
  const args = field.args
    .filter((arg) => isNonNullType(arg.type))
    .map((arg) => `${arg.name}: ${literal(arg.type)}`)
  const selection = isCompositeType(getNamedType(field.type))
    ? '{ __typename }'
    : ''
  return `${kind} { ${field.name}${args.length ? `(${args.join(', ')})` : ''} ${selection} }`
}
