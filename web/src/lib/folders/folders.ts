import {
  Archive,
  BellOff,
  CircleUser,
  Inbox,
  MailOpen,
  TriangleAlert,
  UserX,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { InboxCountsQuery, InboxFolder } from 'types/graphql'

export interface Folder {
  key: FolderKey
  label: string
  icon: LucideIcon
  /** Which conversations it lists; null for the one that lists messages. */
  inbox: InboxFolder | null
  /** What is said of it when nothing is in it. */
  empty: { title: string; text: string }
}

export type FolderKey = Exclude<
  keyof InboxCountsQuery['inboxCounts'],
  '__typename'
>

export const FOLDERS: readonly Folder[] = [
  {
    key: 'open',
    label: 'Open',
    icon: Inbox,
    inbox: 'OPEN',
    empty: {
      title: 'No open conversations',
      text: 'When a customer writes, or you write to one, it appears here.',
    },
  },
  {
    key: 'unread',
    label: 'Unread',
    icon: MailOpen,
    inbox: 'UNREAD',
    empty: { title: 'Nothing unread', text: 'Everything has been read.' },
  },
  {
    key: 'mine',
    label: 'Mine',
    icon: CircleUser,
    inbox: 'MINE',
    empty: {
      title: 'Nothing is assigned to you',
      text: 'A conversation that you or a colleague assign to you appears here.',
    },
  },
  {
    key: 'unassigned',
    label: 'Unassigned',
    icon: UserX,
    inbox: 'UNASSIGNED',
    empty: {
      title: 'Nothing is unassigned',
      text: 'Every open conversation has somebody who looks after it.',
    },
  },
  {
    key: 'snoozed',
    label: 'Snoozed',
    icon: BellOff,
    inbox: 'SNOOZED',
    empty: {
      title: 'Nothing snoozed',
      text: 'A conversation that can wait can be snoozed; it comes back at its time, or with an answer.',
    },
  },
  {
    key: 'archived',
    label: 'Archived',
    icon: Archive,
    inbox: 'ARCHIVED',
    empty: {
      title: 'Nothing archived',
      text: 'A conversation that is done can be archived; an answer opens it again.',
    },
  },
  {
    key: 'failed',
    label: 'Failed',
    icon: TriangleAlert,
    inbox: null,
    empty: {
      title: 'Nothing has failed',
      text: 'A message that could not be delivered appears here, with the reason, until it is sent again.',
    },
  },
]

export const findFolder = (key: string | undefined) =>
  FOLDERS.find((folder) => folder.key === key)
