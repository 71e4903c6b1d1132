import gql from 'graphql-tag'

import type { ValidatorDirectiveFunc } from '@redwoodjs/graphql-server'
import { createValidatorDirective } from '@redwoodjs/graphql-server'

import { scopeOf } from 'src/lib/access/scopes'
import { requireAuth as applicationRequireAuth } from 'src/lib/auth'

export const schema = gql`
  """
  Use to check whether or not a user is authenticated and is associated
  with an optional set of roles.
  """
  directive @requireAuth(roles: [String]) on FIELD_DEFINITION
`

type RequireAuthValidate = ValidatorDirectiveFunc<{ roles?: string[] }>

const validate: RequireAuthValidate = ({ directiveArgs, info }) => {
  const { roles } = directiveArgs
  const { parentType, fieldName } = info
  const scope = scopeOf({ type: parentType.name, field: fieldName, roles })
  applicationRequireAuth({ roles, scope })
}

const requireAuth = createValidatorDirective(schema, validate)

export default requireAuth
