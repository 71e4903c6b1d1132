import { useSyncExternalStore } from 'react'

import { settings } from 'src/lib/settings/settings'

export const useSettings = () =>
  useSyncExternalStore(settings.subscribe, settings.get)
