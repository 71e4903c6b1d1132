import type { Role } from '@prisma/client'

import { getDirectiveName, mockRedwoodDirective } from '@redwoodjs/testing/api'

import type { CurrentUser } from 'src/lib/auth'

import requireAuth from './requireAuth'

const SOMEBODY: Omit<CurrentUser, 'roles'> = {
  id: '01900000-0000-7000-8000-000000000000',
  kind: 'user',
  email: null,
  name: null,
}

/** Of what is asked for, the directive needs these two. */
const INFO: object = {
  info: { parentType: { name: 'Query' }, fieldName: 'conversations' },
}

describe('requireAuth directive', () => {
  const execution = (userRoles?: Role[], roles?: Role[]) => {
    const currentUser = userRoles && { ...SOMEBODY, roles: userRoles }
    mockCurrentUser(currentUser as CurrentUser)
    return mockRedwoodDirective(requireAuth, {
      context: currentUser ? { currentUser } : {},
      directiveArgs: { roles },
      ...INFO,
    })
  }

  it('declares the directive sdl as schema, with the correct name', () => {
    expect(requireAuth.schema).toBeTruthy()
    expect(getDirectiveName(requireAuth.schema)).toBe('requireAuth')
  })

  it('lets nobody in who is not logged in', () => {
    expect(execution()).toThrow("You don't have permission to do that.")
  })

  it('lets in who is logged in', () => {
    expect(execution(['VIEWER'])).not.toThrow()
  })

  it('asks for a role where one is needed', () => {
    const wanted: Role[] = ['ADMIN', 'AGENT']
    expect(execution(['AGENT'], wanted)).not.toThrow()
    expect(execution(['VIEWER'], wanted)).toThrow(
      "You don't have access to do that."
    )
  })
})
