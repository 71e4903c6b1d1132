import type { ConversationInstance } from 'twilio/lib/rest/conversations/v1/service/conversation'
import type { MessageInstance } from 'twilio/lib/rest/conversations/v1/service/conversation/message'

import type { ChatFacts, ChatMessageFacts, ParticipantFacts } from './chatFacts'
import { chatService } from './chatService'
import { readChat } from './readChat'

const PAGE = 100

/** More than a service gets in a day; who has more reads the rest by their events. */
const MOST = 5_000

/** Of one conversation: ten pages, the newest ones. */
const MOST_MESSAGES = 1_000

const day = (date: Date) => date.toISOString().slice(0, 10)

/**
 * The conversations of a service that began since a day.
 *
 * @throws what the client throws: Twilio is away, or refuses
 */
export async function listTwilioChats(
  serviceSid: string | undefined,
  since: Date,
  limit = MOST
): Promise<ChatFacts[]> {
  const listed: ConversationInstance[] = await chatService(
    serviceSid
  ).conversations.list({ startDate: day(since), pageSize: PAGE, limit })
  return listed.map(readChat)
}

/** Who takes part in a conversation now. */
export async function listParticipants(
  serviceSid: string | undefined,
  chatSid: string
): Promise<ParticipantFacts[]> {
  const listed = await chatService(serviceSid)
    .conversations(chatSid)
    .participants.list({ limit: 1_000 })
  return listed.map((one) => ({
    sid: one.sid,
    identity: one.identity ?? undefined,
    address: one.messagingBinding?.address ?? undefined,
    proxyAddress: one.messagingBinding?.proxy_address ?? undefined,
    type: one.messagingBinding?.type ?? 'chat',
    roleSid: one.roleSid ?? undefined,
    attributes: one.attributes,
    createdAt: one.dateCreated,
    updatedAt: one.dateUpdated,
  }))
}

interface ListedMedia {
  sid: string
  content_type?: string
  filename?: string
  size?: number
}

const readMessage = (one: MessageInstance): ChatMessageFacts => ({
  sid: one.sid,
  index: one.index,
  author: one.author ?? undefined,
  body: one.body ?? undefined,
  attributes: one.attributes,
  participantSid: one.participantSid ?? undefined,
  media: ((one.media ?? []) as ListedMedia[]).map(
    ({ sid, content_type: contentType, filename: name, size }) => ({
      sid,
      contentType,
      name,
      size,
    })
  ),
  byProgram: !one.participantSid,
  createdAt: one.dateCreated,
  updatedAt: one.dateUpdated ?? undefined,
})

/** The messages of a conversation that are of a time or later, a thousand at most, oldest first. */
export async function listChatMessages(
  serviceSid: string | undefined,
  chatSid: string,
  since: Date
): Promise<ChatMessageFacts[]> {
  const { messages } = chatService(serviceSid).conversations(chatSid)
  const found: ChatMessageFacts[] = []
  let page = await messages.page({ order: 'desc', pageSize: PAGE })
  for (;;) {
    const recent = page.instances.filter(
      ({ dateCreated }) => dateCreated >= since
    )
    found.push(...recent.map(readMessage))
    const isLast =
      recent.length < page.instances.length || found.length >= MOST_MESSAGES
    const next = isLast ? undefined : await page.nextPage()
    if (!next) {
      return found.reverse()
    }
    page = next as typeof page
  }
}
