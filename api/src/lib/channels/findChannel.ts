import type { Channel } from '@prisma/client'

import { db } from 'src/lib/db'

/**
 * The channel of an address of ours (without its prefix); the default one where none has it, so that nothing that comes
 * to us is dropped. Null where there is no default either.
 */
export const findChannel = (address: string): Promise<Channel | null> =>
  db.channel.findFirst({
    where: { OR: [{ address }, { isDefault: true }] },
    orderBy: { isDefault: 'asc' },
  })
