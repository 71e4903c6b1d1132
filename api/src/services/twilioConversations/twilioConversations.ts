import type { TwilioConversation as TwilioConversationRow } from '@prisma/client'
import type { MutationResolvers } from 'types/graphql'

import { author } from 'src/lib/auth'
import { listParticipants } from 'src/lib/chat/listParticipants'
import { whyNobodyIsReached } from 'src/lib/chat/whyNobodyIsReached'
import type { Relations } from 'src/lib/graphql/relations'
import { whyChatIsClosed } from 'src/lib/messaging/chatDraft'
import { createConversation } from 'src/lib/outbound/createConversation'
import { sendConversationMessage as send } from 'src/lib/outbound/sendConversationMessage'

export const sendConversationMessage: MutationResolvers['sendConversationMessage'] =
  ({ conversationId, body, idempotencyKey }) =>
    send(conversationId, body, author(), idempotencyKey)

export const createTwilioConversation: MutationResolvers['createTwilioConversation'] =
  ({ friendlyName, participants, idempotencyKey }) =>
    createConversation(friendlyName, participants, author(), idempotencyKey)

export const TwilioConversation = {
  closedBecause: async (_args, { root }) =>
    whyChatIsClosed(root) ?? (await whyNobodyIsReached(root.conversationId)),
  participants: (_args, { root }) => listParticipants(root.conversationId),
} satisfies Relations<TwilioConversationRow>
