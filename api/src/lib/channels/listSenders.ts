import type { Channel } from '@prisma/client'

import { db } from 'src/lib/db'

import { defaultSender } from './defaultSender'

/** Whether operators can write from it: a call and a Twilio conversation begin elsewhere. */
const canSend = ({ kinds }: Pick<Channel, 'kinds'>) =>
  kinds.includes('SMS') || kinds.includes('WHATSAPP')

/** All that can be written from, the default one first. */
export async function listSenders(): Promise<string[]> {
  const channels = await db.channel.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const first = await defaultSender()
  return [
    ...new Set([
      ...(first ? [first] : []),
      ...channels.filter(canSend).map(({ address }) => address),
    ]),
  ]
}
