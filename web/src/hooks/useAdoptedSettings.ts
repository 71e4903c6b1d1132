import { useLayoutEffect } from 'react'

import { useOperator } from 'src/hooks/useOperator'
import { settings } from 'src/lib/settings/settings'

/** Takes over what came with the session, before anything is painted. */
export function useAdoptedSettings() {
  const fromServer = useOperator().operator?.settings
  useLayoutEffect(() => settings.adopt(fromServer), [fromServer])
}
