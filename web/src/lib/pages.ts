import {
  Activity,
  ChartColumn,
  ListChecks,
  MessageSquareText,
  Phone,
  RadioTower,
  Settings,
  Tag,
  Webhook,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'

import { routes } from '@redwoodjs/router'

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
    label: 'Analytics',
    icon: ChartColumn,
    path: () => routes.analytics(),
  },
  {
    id: 'settings',
    label: 'Settings',
    icon: Settings,
    path: () => routes.settings(),
  },
  {
    id: 'cannedReplies',
    label: 'Canned replies',
    icon: MessageSquareText,
    path: () => routes.cannedReplies(),
  },
  {
    id: 'labels',
    label: 'Labels',
    icon: Tag,
    path: () => routes.labels(),
  },
  {
    id: 'callSettings',
    label: 'Calls',
    icon: Phone,
    path: () => routes.callSettings(),
    isForAdmins: true,
  },
  {
    id: 'channels',
    label: 'Channels',
    icon: RadioTower,
    path: () => routes.channels(),
    isForAdmins: true,
  },
  {
    id: 'webhooks',
    label: 'Webhook health',
    icon: Activity,
    path: () => routes.webhooks(),
    isForAdmins: true,
  },
  {
    id: 'setup',
    label: 'Setup',
    icon: ListChecks,
    path: () => routes.setup(),
    isForAdmins: true,
  },
  {
    id: 'integrations',
    label: 'Integrations',
    icon: Webhook,
    path: () => routes.integrations(),
    isForAdmins: true,
  },
]

export const pagesFor = ({ isAdmin }: { isAdmin: boolean }) =>
  PAGES.filter(({ isForAdmins }) => isAdmin || !isForAdmins)
