import { lazyLibrary } from 'src/lib/lazyLibrary'

/** The palette and the list of keys, for who asks for them. */
export const overlayLibrary = lazyLibrary(() => import('./overlays'))
