import { lazyLibrary } from 'src/lib/lazyLibrary'

/** What shows a picture large: loaded when the first one is pressed. */
export const viewerLibrary = lazyLibrary(async () => ({
  MediaViewer: (await import('src/components/MediaViewer/MediaViewer')).default,
}))
