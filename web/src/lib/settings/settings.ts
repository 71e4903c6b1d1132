import type { UserSettings } from 'types/graphql'

import { createStore } from 'src/lib/createStore'
import { storage } from 'src/lib/storage'

export type Settings = Omit<UserSettings, '__typename'>

const DEFAULTS: Settings = {
  theme: 'SYSTEM',
  sendsOnEnter: true,
  density: 'COMFORTABLE',
  timeZone: null,
  language: null,
  sound: false,
  desktopNotifications: false,
  keyboardShortcuts: true,
  mutedFolders: [],
}

const KEY = 'settings'

/** What this browser knew last. */
const readKept = (): Settings => {
  try {
    return { ...DEFAULTS, ...JSON.parse(storage.get(KEY) ?? '{}') }
  } catch {
    return DEFAULTS
  }
}

const store = createStore(readKept())
let adopted: object | undefined

const change = (changes: Partial<Settings>) => {
  const next = { ...store.get(), ...changes }
  storage.set(KEY, JSON.stringify(next))
  store.set(next)
}

// Another tab of this browser changed them.
window.addEventListener('storage', ({ key }) => {
  if (key === storage.keyOf(KEY)) {
    store.set(readKept())
  }
})

/**
 * What the operator chose. The server keeps it; this browser has a copy, so that the page paints right before it has
 * asked (`public/theme.js` reads it even before the first paint).
 */
export const settings = {
  get: store.get,
  subscribe: store.subscribe,
  change,
  /** Takes what came with the session, once: what was chosen since then is newer. */
  adopt(fromServer: Settings | undefined) {
    if (fromServer && fromServer !== adopted) {
      adopted = fromServer
      change(fromServer)
    }
  },
}
