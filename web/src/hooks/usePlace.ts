import { useMemo } from 'react'

import { useParams } from '@redwoodjs/router'

import type { Place } from 'src/lib/folders/inboxPath'

/** Where in the inbox we are, as the address says. */
export function usePlace(): Place {
  const { folder, conversationId, q, pane } = useParams() as Record<
    string,
    string | undefined
  >
  return useMemo(
    () => ({
      folder: folder ?? 'open',
      conversationId,
      q: q || undefined,
      pane: pane === 'contact' ? pane : undefined,
    }),
    [folder, conversationId, q, pane]
  )
}
