import type { ApolloClient } from '@apollo/client'
import type {
  ConversationFields,
  MessageFields,
  SendConversationMessageMutation,
  SendConversationMessageMutationVariables,
  SendSmsMutation,
  SendSmsMutationVariables,
} from 'types/graphql'

import { attachments } from 'src/lib/attachments/attachments'
import { applyInboxEvent } from 'src/lib/live/applyInboxEvent'
import { SEND_CONVERSATION_MESSAGE } from 'src/queries/sendConversationMessage'
import { SEND_SMS } from 'src/queries/sendSms'

import type { Post } from './outbox'

type Sent = MessageFields & { conversation: ConversationFields }

/** Twilio's addresses, which name the way: https://www.twilio.com/docs/whatsapp/api */
const addressOf = ({ channel, contact }: ConversationFields) =>
  channel === 'WHATSAPP' ? `whatsapp:${contact.address}` : contact.address

/** How a conversation's messages get to the server: to a number, or into a Twilio conversation. */
export function postMessage(
  client: ApolloClient<unknown>,
  conversation: ConversationFields
): Post {
  const { id, channel, senderAddress } = conversation
  const add = (message?: Sent) => {
    if (message) {
      applyInboxEvent(client.cache, { __typename: 'MessageAdded', message })
    }
  }
  if (channel === 'CHAT') {
    return ({ text, key }) =>
      client.mutate<
        SendConversationMessageMutation,
        SendConversationMessageMutationVariables
      >({
        mutation: SEND_CONVERSATION_MESSAGE,
        variables: { conversationId: id, body: text, idempotencyKey: key },
        update: (_cache, { data }) => add(data?.sendConversationMessage),
      })
  }
  return async (sending) => {
    const ids = sending.attachments.flatMap((file) => file.id ?? [])
    await client.mutate<SendSmsMutation, SendSmsMutationVariables>({
      mutation: SEND_SMS,
      variables: {
        to: addressOf(conversation),
        from: senderAddress,
        body: sending.text,
        sendAt: sending.sendAt ?? undefined,
        attachmentIds: ids.length > 0 ? ids : undefined,
        idempotencyKey: sending.key,
      },
      update: (_cache, { data }) => add(data?.sendSms),
    })
    attachments.release(sending.attachments)
  }
}
