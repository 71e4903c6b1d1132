import { createStore } from 'src/lib/createStore'

/** What of the two is open: the palette, or the list of keys. */
export const commandCenter = createStore<'palette' | 'help' | null>(null)
