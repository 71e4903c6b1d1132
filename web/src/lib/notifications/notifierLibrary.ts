import { lazyLibrary } from 'src/lib/lazyLibrary'

/** What tells news, for who wishes to be told. */
export const notifierLibrary = lazyLibrary(() => import('./notify'))
