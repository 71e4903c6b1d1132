import { Archive, Inbox, MailOpen } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ConversationFilter } from 'types/graphql'

export interface Folder {
  key: string
  label: string
  icon: LucideIcon
  filter: ConversationFilter
  /** What is said of it when nothing is in it. */
  empty: { title: string; text: string }
}

export const FOLDERS: readonly Folder[] = [
  {
    key: 'open',
    label: 'Open',
    icon: Inbox,
    filter: { status: 'OPEN' },
    empty: {
      title: 'No open conversations',
      text: 'When a customer writes, or you write to one, it appears here.',
    },
  },
  {
    key: 'unread',
    label: 'Unread',
    icon: MailOpen,
    filter: { status: 'OPEN', unread: true },
    empty: { title: 'Nothing unread', text: 'Everything has been read.' },
  },
  {
    key: 'archived',
    label: 'Archived',
    icon: Archive,
    filter: { status: 'ARCHIVED' },
    empty: {
      title: 'Nothing archived',
      text: 'A conversation that is done can be archived; an answer opens it again.',
    },
  },
]

export const findFolder = (key: string | undefined) =>
  FOLDERS.find((folder) => folder.key === key)

/** A folder's filter, with what is searched for. */
export const filterFor = (
  folder: Folder,
  search: string
): ConversationFilter => (search ? { ...folder.filter, search } : folder.filter)
