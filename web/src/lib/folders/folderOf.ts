import type { ConversationFields } from 'types/graphql'

/** The folder in which a conversation is found. */
export const folderOf = ({ status }: Pick<ConversationFields, 'status'>) =>
  status === 'ARCHIVED' ? 'archived' : 'open'
