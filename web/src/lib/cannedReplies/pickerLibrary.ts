import { lazyLibrary } from 'src/lib/lazyLibrary'

/** The list behind a slash in the composer. */
export const pickerLibrary = lazyLibrary(
  () => import('src/components/CannedReplyPicker/CannedReplyPicker')
)
