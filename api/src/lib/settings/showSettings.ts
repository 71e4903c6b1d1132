import type { UserSettings } from 'types/graphql'

/** What holds until somebody chooses otherwise. */
const DEFAULTS = {
  theme: 'SYSTEM',
  sendsOnEnter: true,
  density: 'COMFORTABLE',
  timeZone: null,
  language: null,
  sound: false,
  desktopNotifications: false,
  keyboardShortcuts: true,
  mutedFolders: [],
} as const satisfies UserSettings

/** What is kept, with what comes of itself where nothing was chosen. */
export const showSettings = (kept: object): UserSettings => ({
  ...DEFAULTS,
  ...Object.fromEntries(
    Object.entries(kept).filter(
      ([name, value]) => name in DEFAULTS && value != null
    )
  ),
})
