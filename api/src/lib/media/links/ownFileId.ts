import { functionUrl } from 'src/lib/twilio/callbackUrl'

/** The id in an address of one of our files, as a page or `signedLink` has it; null where it is somewhere else. */
export function ownFileId(url: string): string | null {
  const { origin, pathname } = new URL(url)
  const ours = new URL(functionUrl('media/'))
  return origin === ours.origin && pathname.startsWith(ours.pathname)
    ? pathname.slice(ours.pathname.length)
    : null
}
