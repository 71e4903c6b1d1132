import type { Channel } from '@prisma/client'

import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'

import {
  conversationsCheck,
  numberCheck,
  runCheck,
  serviceCheck,
  type SetupUrl,
  unlistedSlot,
  whatsappCheck,
} from './checks'
import { isPublicOrigin } from './isPublicOrigin'
import { senderKind, type SetupSenderKind } from './senderKind'

export interface SetupSender {
  /** Null for the account's default Conversations service. */
  address: string | null
  name: string
  kind: SetupSenderKind
  urls: SetupUrl[]
}

const check = async (
  kind: SetupSenderKind,
  { address, kinds }: Pick<Channel, 'address' | 'kinds'>
): Promise<SetupUrl[]> => {
  switch (kind) {
    case 'PHONE_NUMBER': {
      const checks = await Promise.all([
        runCheck(numberCheck(address, kinds.includes('VOICE'))),
        kinds.includes('WHATSAPP') ? runCheck(whatsappCheck(address)) : [],
      ])
      return checks.flat()
    }
    case 'MESSAGING_SERVICE':
      return runCheck(serviceCheck(address))
    case 'CONVERSATIONS':
      return runCheck(conversationsCheck(address))
    case 'OTHER':
      return [unlistedSlot()]
  }
}

const conversationsSender = async (): Promise<SetupSender> => {
  const address = config.twilio.conversationsServiceSid ?? null
  return {
    address,
    name: address ? 'Conversations' : 'Conversations of the account',
    kind: 'CONVERSATIONS',
    urls: await runCheck(conversationsCheck(address)),
  }
}

/** Which URLs belong in Twilio's console for each of our senders, and which are there. Asks Twilio. */
export async function readSetup() {
  const channels = await db.channel.findMany({
    orderBy: [{ isDefault: 'desc' }, { name: 'asc' }, { id: 'asc' }],
  })
  const senders = await Promise.all(
    channels.map(async (channel): Promise<SetupSender> => {
      const { address, name } = channel
      const kind = senderKind(address)
      return { address, name, kind, urls: await check(kind, channel) }
    })
  )
  const hasConversations = senders.some(
    ({ kind, address }) =>
      kind === 'CONVERSATIONS' &&
      address === config.twilio.conversationsServiceSid
  )
  return {
    publicOrigin: config.publicOrigin,
    // Whoever is no Twilio may be near.
    isReachable:
      !!config.twilio.apiBaseUrl || isPublicOrigin(config.publicOrigin),
    accountSid: config.twilio.accountSid,
    senders: hasConversations
      ? senders
      : [...senders, await conversationsSender()],
  }
}
