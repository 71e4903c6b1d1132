// All that shows one conversation, as one chunk.
export { default as ContactPane } from 'src/components/ContactPane'
export { default as ConversationCell } from 'src/components/ConversationCell'
