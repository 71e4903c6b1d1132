import type { ApolloCache } from '@apollo/client'
import type { ConversationFields, MessageFields } from 'types/graphql'

import { keepNewest } from 'src/lib/apollo/keepNewest'
import { writeEntity } from 'src/lib/apollo/writeEntity'
import { CONVERSATION_FIELDS } from 'src/queries/conversationFields'
import { MESSAGE_FIELDS } from 'src/queries/messageFields'

import { addEntry } from './addEntry'
import { addRetry } from './addRetry'
import { addToThread } from './addToThread'
import { changeLabel } from './changeLabel'
import type { InboxEvent } from './inboxEvent'
import { placeInLists } from './placeInLists'

function writeConversation(
  cache: ApolloCache<unknown>,
  conversation: ConversationFields
) {
  const newest = keepNewest(cache, conversation)
  writeEntity(cache, {
    fragment: CONVERSATION_FIELDS,
    fragmentName: 'ConversationFields',
    data: newest,
  })
  placeInLists(cache, newest)
}

function writeMessage(cache: ApolloCache<unknown>, message: MessageFields) {
  writeEntity(cache, {
    fragment: MESSAGE_FIELDS,
    fragmentName: 'MessageFields',
    data: keepNewest(cache, message),
  })
}

/** Brings one live event into the cache; twice is the same as once. */
export function applyInboxEvent(
  cache: ApolloCache<unknown>,
  event: InboxEvent
) {
  cache.batch({
    update() {
      switch (event.__typename) {
        case 'MessageAdded':
          writeMessage(cache, event.message)
          writeConversation(cache, event.message.conversation)
          addRetry(cache, event.message)
          addToThread(cache, event.message.conversation.id, event.message)
          break
        case 'MessageStatusChanged':
          writeMessage(cache, event.message)
          break
        case 'ConversationChanged':
          writeConversation(cache, event.conversation)
          break
        case 'ThreadEntryAdded':
          addEntry(cache, event.entry.conversation.id, event.entry)
          break
        case 'LabelChanged':
          changeLabel(cache, event)
          break
      }
    },
  })
}
