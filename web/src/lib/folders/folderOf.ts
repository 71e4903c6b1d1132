import type { ConversationFields } from 'types/graphql'

const FOLDER = { OPEN: 'open', SNOOZED: 'snoozed', ARCHIVED: 'archived' }

/** The folder in which a conversation is found. */
export const folderOf = ({ status }: Pick<ConversationFields, 'status'>) =>
  FOLDER[status]
