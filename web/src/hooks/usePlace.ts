import { useMemo } from 'react'

import type { ChannelKind } from 'types/graphql'

import { useParams } from '@redwoodjs/router'

import type { Place } from 'src/lib/folders/inboxPath'

const KINDS: readonly string[] = [
  'SMS',
  'WHATSAPP',
  'VOICE',
  'CHAT',
] satisfies ChannelKind[]

const isKind = (kind: string | undefined): kind is ChannelKind =>
  kind !== undefined && KINDS.includes(kind)

/** Where in the inbox we are, as the address says. */
export function usePlace(): Place {
  const params = useParams() as Record<string, string | undefined>
  const { folder, conversationId, q, pane } = params
  const { channel, sender, label, assignee, message } = params
  return useMemo(
    () => ({
      folder: folder ?? 'open',
      conversationId,
      q: q || undefined,
      channel: isKind(channel) ? channel : undefined,
      sender: sender || undefined,
      label: label || undefined,
      assignee: assignee || undefined,
      message: message || undefined,
      pane: pane === 'contact' ? pane : undefined,
    }),
    [folder, conversationId, q, pane, channel, sender, label, assignee, message]
  )
}
