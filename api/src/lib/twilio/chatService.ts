import type { ServiceContext } from 'twilio/lib/rest/conversations/v1/service'

import { twilioClient } from './twilioClient'

const SERVICE = /^IS[0-9a-fA-F]{32}$/

/** The resources that we use; the client types those of the default service apart, though they are the same. */
type ChatService = Pick<
  ServiceContext,
  'conversations' | 'conversationWithParticipants'
>

/** The conversations of a service; of the account's default one where its SID is not known. */
export const chatService = (
  serviceSid: string | null | undefined
): ChatService =>
  serviceSid && SERVICE.test(serviceSid)
    ? twilioClient.conversations.v1.services(serviceSid)
    : (twilioClient.conversations.v1 as unknown as ChatService)
