import { Archive, Inbox, MailOpen, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ConversationFilter } from 'types/graphql'

export interface Folder {
  key: string
  label: string
  icon: LucideIcon
  /** Which conversations it lists; null for the one that lists messages. */
  filter: ConversationFilter | null
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
    key: 'failed',
    label: 'Failed',
    icon: TriangleAlert,
    filter: null,
    empty: {
      title: 'Nothing has failed',
      text: 'A message that could not be delivered appears here, with the reason, until it is sent again.',
    },
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
  { filter }: Folder,
  search: string
): ConversationFilter => (search ? { ...filter, search } : (filter ?? {}))
