import {
  Activity,
  ChartColumn,
  KeyRound,
  ListChecks,
  MessageSquareText,
  Phone,
  RadioTower,
  ScrollText,
  Settings,
  Tag,
  Users,
  Webhook,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'

import { routes } from '@redwoodjs/router'

import { t } from 'src/lib/language/t'

export interface PageLink {
  id: string
  label: string
  icon: LucideIcon
  path: () => string
  isForAdmins?: boolean
}

/** What there is beside the inbox. */
const PAGES: readonly PageLink[] = [
  {
    id: 'analytics',
    get label() {
      return t('Analytics')
    },
    icon: ChartColumn,
    path: () => routes.analytics(),
  },
  {
    id: 'settings',
    get label() {
      return t('Settings')
    },
    icon: Settings,
    path: () => routes.settings(),
  },
  {
    id: 'cannedReplies',
    get label() {
      return t('Canned replies')
    },
    icon: MessageSquareText,
    path: () => routes.cannedReplies(),
  },
  {
    id: 'labels',
    get label() {
      return t('Labels')
    },
    icon: Tag,
    path: () => routes.labels(),
  },
  {
    id: 'callSettings',
    get label() {
      return t('Calls')
    },
    icon: Phone,
    path: () => routes.callSettings(),
    isForAdmins: true,
  },
  {
    id: 'channels',
    get label() {
      return t('Channels')
    },
    icon: RadioTower,
    path: () => routes.channels(),
    isForAdmins: true,
  },
  {
    id: 'webhooks',
    get label() {
      return t('Webhook health')
    },
    icon: Activity,
    path: () => routes.webhooks(),
    isForAdmins: true,
  },
  {
    id: 'setup',
    get label() {
      return t('Setup')
    },
    icon: ListChecks,
    path: () => routes.setup(),
    isForAdmins: true,
  },
  {
    id: 'integrations',
    get label() {
      return t('Integrations')
    },
    icon: Webhook,
    path: () => routes.integrations(),
    isForAdmins: true,
  },
  {
    id: 'apiKeys',
    get label() {
      return t('API keys')
    },
    icon: KeyRound,
    path: () => routes.apiKeys(),
    isForAdmins: true,
  },
  {
    id: 'users',
    get label() {
      return t('Users')
    },
    icon: Users,
    path: () => routes.users(),
    isForAdmins: true,
  },
  {
    id: 'audit',
    get label() {
      return t('Audit log')
    },
    icon: ScrollText,
    path: () => routes.audit(),
    isForAdmins: true,
  },
]

export const pagesFor = ({ isAdmin }: { isAdmin: boolean }) =>
  PAGES.filter(({ isForAdmins }) => isAdmin || !isForAdmins)
