import { mockRedwoodDirective, getDirectiveName } from '@redwoodjs/testing/api'

import requireAuth from './requireAuth'

describe('requireAuth directive', () => {
  it('declares the directive sdl as schema, with the correct name', () => {
    expect(requireAuth.schema).toBeTruthy()
    expect(getDirectiveName(requireAuth.schema)).toBe('requireAuth')
  })

  const execution = (currentUser?: { roles: string[] }, roles?: string[]) => {
    mockCurrentUser(currentUser ?? null)
    return mockRedwoodDirective(requireAuth, {
      context: { currentUser },
      directiveArgs: { roles },
    })
  }

  it('lets nobody in who is not logged in', () => {
    expect(execution()).toThrow("You don't have permission to do that.")
  })

  it('lets in who is logged in', () => {
    expect(execution({ roles: ['VIEWER'] })).not.toThrow()
  })

  it('asks for a role where one is needed', () => {
    const wanted = ['ADMIN', 'AGENT']
    expect(execution({ roles: ['AGENT'] }, wanted)).not.toThrow()
    expect(execution({ roles: ['VIEWER'] }, wanted)).toThrow(
      "You don't have access to do that."
    )
  })
})
