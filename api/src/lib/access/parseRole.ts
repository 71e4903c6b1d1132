import { Role } from '@prisma/client'

/** A role as somebody writes it on a command line; null for a word that is none. */
export const parseRole = (written: unknown): Role | null => {
  const word = String(written).toUpperCase()
  return Object.values(Role).find((role) => role === word) ?? null
}
