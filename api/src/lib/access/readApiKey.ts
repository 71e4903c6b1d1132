import type { ApiKeyScope, Role } from '@prisma/client'

import { isStorable } from 'src/lib/database/isStorable'
import { badUserInput } from 'src/lib/errors'

const LONGEST_NAME = 100

interface ApiKeyInput {
  name: string
  role: Role
  scopes?: readonly ApiKeyScope[] | null
  expiresAt?: Date | string | null
}

/**
 * A key as it is asked for.
 *
 * @throws BAD_USER_INPUT
 */
export function readApiKey({ name, role, scopes, expiresAt }: ApiKeyInput) {
  const trimmed = name.trim()
  if (!trimmed || trimmed.length > LONGEST_NAME || !isStorable(trimmed)) {
    throw badUserInput(`A name is 1 to ${LONGEST_NAME} characters.`)
  }
  const end = expiresAt ? new Date(expiresAt) : null
  if (end && !(end > new Date())) {
    throw badUserInput('A key expires at a time to come.')
  }
  const limits = {
    expiresAt: end,
    ...(scopes?.length ? { scopes: [...new Set(scopes)] } : {}),
  }
  return { name: trimmed, role, limits }
}
