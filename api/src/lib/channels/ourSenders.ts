import type { ChannelKind } from '@prisma/client'

import { createBatcher } from 'src/lib/batching/createBatcher'
import { promptQuery } from 'src/lib/database/promptQuery'

export interface Sender {
  address: string
  kinds: ChannelKind[]
  isDefault: boolean
  segmentsPerSecond: number | null
}

const read = createBatcher<null, Sender[]>({
  name: 'ourSenders',
  handle: async (asked) => {
    const senders = await promptQuery<Sender>(
      'our_senders',
      'SELECT address, kinds::text[] AS kinds, "isDefault", "segmentsPerSecond" FROM "Channel"',
      []
    )
    return asked.map(() => senders)
  },
  isOneItemsFault: () => false,
  largest: 1_000,
  running: 2,
  waiting: 10_000,
})

/** All our channels, which are few. Who asks at the same time is answered together, as each send asks. */
export const ourSenders = () => read(null)
