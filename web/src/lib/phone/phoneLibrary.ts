import { lazyLibrary } from 'src/lib/lazyLibrary'

/** libphonenumber and its metadata. */
export const phoneLibrary = lazyLibrary(() => import('./phoneNumbers'))
