import { Prisma } from '@prisma/client'

import type { Place } from 'src/lib/paging/cursor'

/** The order of the list, of conversations `c`. */
export const NEWEST_FIRST = Prisma.sql`ORDER BY c."lastMessageAt" DESC, c.id DESC`

/** Whether a conversation `c` comes after a place in the list. Compared as a row: so the index begins there. */
export const isBehind = (place: Place | null) =>
  place
    ? Prisma.sql`(c."lastMessageAt", c.id) < (${place.at}, ${place.id}::uuid)`
    : Prisma.sql`true`
