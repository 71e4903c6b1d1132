// All that shows one conversation, and what can be done with it, as one chunk.
export { default as ContactPane } from 'src/components/ContactPane'
export { default as ConversationCell } from 'src/components/ConversationCell'
export { default as RowMenu } from 'src/components/RowMenu'
export { askAhead } from 'src/lib/thread/askAhead'
