import { isUtf8 } from 'node:buffer'

import { sniffType } from 'src/lib/media/uploads/sniffType'

/** What begins so is a text with a type of its own. */
const TEXTS: [RegExp, string][] = [
  [/^\uFEFF?BEGIN:VCARD\r?\n/i, 'text/vcard'],
  [/^\uFEFF?BEGIN:VCALENDAR\r?\n/i, 'text/calendar'],
]

const isText = (bytes: Buffer) => isUtf8(bytes) && !bytes.includes(0)

/** Sound without pictures is a film by its container, where only the sender knows better. */
const isSoundOf = (claimed: string, found: string) =>
  found.startsWith('video/') && claimed === found.replace('video/', 'audio/')

/**
 * What a file is by its bytes: whatever its sender calls it, nothing is shown as what it is not. Text is text, also
 * where it could be read as a page or a drawing with scripts.
 */
export async function readType(
  bytes: Buffer,
  claimed: string
): Promise<string> {
  const found = await sniffType(bytes)
  if (found && found !== 'application/xml') {
    return isSoundOf(claimed, found) ? claimed : found
  }
  if (!isText(bytes)) {
    return 'application/octet-stream'
  }
  const head = bytes.subarray(0, 100).toString()
  return TEXTS.find(([begins]) => begins.test(head))?.[1] ?? 'text/plain'
}
