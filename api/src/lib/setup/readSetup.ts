import type { Channel } from '@prisma/client'

import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { logger } from 'src/lib/logger'

import {
  checkConversations,
  checkNumber,
  checkService,
  checkWhatsapp,
  type SetupUrl,
} from './checks'
import { expectedUrls, type SetupPurpose } from './expectedUrls'
import { isPublicOrigin } from './isPublicOrigin'
import { unknown } from './judgeUrl'
import { senderKind, type SetupSenderKind } from './senderKind'

export interface SetupSender {
  /** Null for the account's default Conversations service. */
  address: string | null
  name: string
  kind: SetupSenderKind
  urls: SetupUrl[]
}

const PURPOSES: Record<SetupSenderKind, SetupPurpose> = {
  PHONE_NUMBER: 'MESSAGES',
  MESSAGING_SERVICE: 'MESSAGES',
  CONVERSATIONS: 'CONVERSATIONS',
  OTHER: 'MESSAGES',
}

const unreadable = (kind: SetupSenderKind, note: string): SetupUrl => ({
  purpose: PURPOSES[kind],
  place: 'The Twilio console',
  expected: expectedUrls()[PURPOSES[kind]],
  ...unknown(note),
})

const describe = (error: unknown) => {
  const { status, message } = error as { status?: number; message?: string }
  return status
    ? `Twilio does not let us look it up (${status}: ${message}).`
    : 'Twilio could not be reached to look it up.'
}

/** One that can't be read hides no other. */
const tryToCheck = async (
  kind: SetupSenderKind,
  check: () => Promise<SetupUrl[]>
): Promise<SetupUrl[]> => {
  try {
    return await check()
  } catch (error) {
    logger.warn({ error, kind }, 'A webhook could not be looked up')
    return [unreadable(kind, describe(error))]
  }
}

const check = async (
  kind: SetupSenderKind,
  { address, kinds }: Pick<Channel, 'address' | 'kinds'>
): Promise<SetupUrl[]> => {
  switch (kind) {
    case 'PHONE_NUMBER': {
      const checks = await Promise.all([
        tryToCheck(kind, () => checkNumber(address, kinds.includes('VOICE'))),
        kinds.includes('WHATSAPP')
          ? tryToCheck(kind, async () => [await checkWhatsapp(address)])
          : [],
      ])
      return checks.flat()
    }
    case 'MESSAGING_SERVICE':
      return tryToCheck(kind, async () => [await checkService(address)])
    case 'CONVERSATIONS':
      return tryToCheck(kind, async () => [await checkConversations(address)])
    case 'OTHER':
      return [
        unreadable(
          kind,
          'Twilio has no way to look this up: compare it in the console.'
        ),
      ]
  }
}

const conversationsSender = async (): Promise<SetupSender> => {
  const kind = 'CONVERSATIONS'
  const address = config.twilio.conversationsServiceSid ?? null
  return {
    address,
    name: address ? 'Conversations' : 'Conversations of the account',
    kind,
    urls: await tryToCheck(kind, async () => [
      await checkConversations(address),
    ]),
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
