import { isUtf8 } from 'node:buffer'

/** Types of texts that nothing in their bytes tells apart, as Twilio takes them. */
const TEXT_TYPES = new Set([
  'text/csv',
  'text/calendar',
  'text/directory',
  'text/richtext',
  'text/rtf',
  'text/vcard',
  'text/x-vcard',
  'application/vcard',
])

/** What a browser could take for a page: it begins as one, or has a script in it. */
const PAGE = /^\uFEFF?\s*<[a-z!?/]|<(html|script|svg|iframe)\b/i

/** Whether a file can be the text that its uploader says it is. */
export const isPlainText = (bytes: Buffer, claimed: string) =>
  TEXT_TYPES.has(claimed) &&
  isUtf8(bytes) &&
  !bytes.includes(0) &&
  !PAGE.test(bytes.toString())
