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

import { t } from 'src/lib/language/t'

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
    get label() {
      return t('Open')
    },
    icon: Inbox,
    inbox: 'OPEN',
    empty: {
      get title() {
        return t('No open conversations')
      },
      get text() {
        return t(
          'When a customer writes, or you write to one, it appears here.'
        )
      },
    },
  },
  {
    key: 'unread',
    get label() {
      return t('Unread')
    },
    icon: MailOpen,
    inbox: 'UNREAD',
    empty: {
      get title() {
        return t('Nothing unread')
      },
      get text() {
        return t('Everything has been read.')
      },
    },
  },
  {
    key: 'mine',
    get label() {
      return t('Mine')
    },
    icon: CircleUser,
    inbox: 'MINE',
    empty: {
      get title() {
        return t('Nothing is assigned to you')
      },
      get text() {
        return t(
          'A conversation that you or a colleague assign to you appears here.'
        )
      },
    },
  },
  {
    key: 'unassigned',
    get label() {
      return t('Unassigned')
    },
    icon: UserX,
    inbox: 'UNASSIGNED',
    empty: {
      get title() {
        return t('Nothing is unassigned')
      },
      get text() {
        return t('Every open conversation has somebody who looks after it.')
      },
    },
  },
  {
    key: 'snoozed',
    get label() {
      return t('Snoozed')
    },
    icon: BellOff,
    inbox: 'SNOOZED',
    empty: {
      get title() {
        return t('Nothing snoozed')
      },
      get text() {
        return t(
          'A conversation that can wait can be snoozed; it comes back at its time, or with an answer.'
        )
      },
    },
  },
  {
    key: 'archived',
    get label() {
      return t('Archived')
    },
    icon: Archive,
    inbox: 'ARCHIVED',
    empty: {
      get title() {
        return t('Nothing archived')
      },
      get text() {
        return t(
          'A conversation that is done can be archived; an answer opens it again.'
        )
      },
    },
  },
  {
    key: 'failed',
    get label() {
      return t('Failed')
    },
    icon: TriangleAlert,
    inbox: null,
    empty: {
      get title() {
        return t('Nothing has failed')
      },
      get text() {
        return t(
          'A message that could not be delivered appears here, with the reason, until it is sent again.'
        )
      },
    },
  },
]

export const findFolder = (key: string | undefined) =>
  FOLDERS.find((folder) => folder.key === key)
