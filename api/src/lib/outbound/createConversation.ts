import { createHash } from 'node:crypto'

import type { Conversation } from '@prisma/client'
import { v7 as uuid } from 'uuid'

import { changeChat } from 'src/lib/chat/changeChat'
import { keepChat } from 'src/lib/chat/keepChat'
import { keepParticipant } from 'src/lib/chat/keepParticipant'
import { noteCompared } from 'src/lib/chat/noteCompared'
import { openChat } from 'src/lib/chat/openChat'
import { touchConversation } from 'src/lib/chat/touchConversation'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { badUserInput, twilioError } from 'src/lib/errors'
import { logger } from 'src/lib/logger'
import {
  checkParticipants,
  type ParticipantInput,
} from 'src/lib/messaging/chatDraft'
import { DraftError } from 'src/lib/messaging/outboundDraft'
import type { ChatFacts } from 'src/lib/twilio/chatFacts'
import { createTwilioChat } from 'src/lib/twilio/createTwilioChat'
import { fetchTwilioChat } from 'src/lib/twilio/fetchTwilioChat'
import { listParticipants } from 'src/lib/twilio/listTwilioChats'
import { ownUniqueName } from 'src/lib/twilio/ownUniqueName'

import { checkKey } from './checkKey'
import type { Author } from './enqueueMessage'

const LONGEST_NAME = 256

const service = config.twilio.conversationsServiceSid

/** All addresses that are ours. */
const findOurs = async () => {
  const channels = await db.channel.findMany({ select: { address: true } })
  const { phoneNumber } = config.twilio
  return [
    ...(phoneNumber ? [phoneNumber] : []),
    ...channels.map(({ address }) => address),
  ]
}

const checked = async (participants: ParticipantInput[]) => {
  const ours = await findOurs()
  try {
    return checkParticipants(participants, config.twilio.phoneNumber, ours)
  } catch (error) {
    throw error instanceof DraftError ? badUserInput(error.message) : error
  }
}

/** A name that is the same for each try of the same wish: Twilio refuses a second conversation of one name. */
const uniqueNameOf = (author: Author, key: string | undefined) => {
  const wish = key && JSON.stringify([author, key])
  return ownUniqueName(
    wish ? createHash('sha256').update(wish).digest('hex') : uuid()
  )
}

/** Twilio refused because it has one of this name, or its answer did not come: then it may have it. */
const mayExist = (error: unknown) => {
  const { status = 0 } = error as { status?: number }
  return status < 400 || status >= 500 || status === 409
}

const NAME_IS_TAKEN = 50353

const create = async (
  draft: Parameters<typeof createTwilioChat>[1]
): Promise<ChatFacts> => {
  try {
    return await createTwilioChat(service, draft)
  } catch (error) {
    const isTaken = (error as { code?: unknown }).code === NAME_IS_TAKEN
    const found =
      isTaken || mayExist(error)
        ? await fetchTwilioChat(service, draft.uniqueName).catch(() => null)
        : null
    if (found) {
      return found
    }
    throw twilioError(
      error,
      `Twilio did not start the conversation: ${(error as Error).message}`
    )
  }
}

/** Who takes part, where Twilio has them and can be asked; else their events, or the next comparison, bring them. */
const participantsOf = async ({ sid, serviceSid, state }: ChatFacts) => {
  try {
    return state === 'initializing'
      ? null
      : await listParticipants(serviceSid, sid)
  } catch (error) {
    const about = { error, conversationSid: sid }
    logger.warn(about, 'Who takes part could not be asked')
    return null
  }
}

const keep = async (facts: ChatFacts): Promise<Conversation> => {
  const asked = new Date()
  const participants = await participantsOf(facts)
  let id = ''
  await changeChat(facts.sid, async (tx) => {
    const chat = await openChat(tx, facts)
    const { conversationId, isNew } = chat
    id = conversationId
    await keepChat(tx, chat, facts)
    for (const participant of participants ?? []) {
      await keepParticipant(tx, chat, participant)
    }
    if (participants) {
      await noteCompared(tx, chat, asked)
    }
    await touchConversation(tx, conversationId)
    return [{ kind: 'conversationChanged', conversationId, isNew }]
  })
  return db.conversation.findUniqueOrThrow({ where: { id } })
}

/**
 * Starts a Twilio conversation with those who are to take part. The same key is the same conversation: Twilio is asked
 * for the one that there is before anybody is told that it failed.
 *
 * @throws BAD_USER_INPUT, TWILIO_ERROR (it would not); what the client throws where it did not answer: try again
 */
export async function createConversation(
  friendlyName: string | null | undefined,
  participants: ParticipantInput[],
  author: Author,
  idempotencyKey?: string | null
): Promise<Conversation> {
  const name = friendlyName?.replaceAll('\0', '').trim() || null
  if (name && name.length > LONGEST_NAME) {
    throw badUserInput(`A name has ${LONGEST_NAME} characters at most.`)
  }
  return keep(
    await create({
      friendlyName: name,
      uniqueName: uniqueNameOf(author, checkKey(idempotencyKey)),
      participants: await checked(participants),
    })
  )
}
