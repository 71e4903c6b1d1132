import { lazyLibrary } from 'src/lib/lazyLibrary'

/** The segment calculator. */
export const segmentLibrary = lazyLibrary(() => import('./readSegments'))
