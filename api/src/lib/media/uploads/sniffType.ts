import { fromBuffer } from 'file-type'

/**
 * Windows Media, of which Twilio takes nothing: file-type 16, the last line for CommonJS, never comes back from such a
 * file that is crafted (CVE-2026-31808).
 */
const ASF = Buffer.from('3026b2758e66cf11a6d900aa0062ce6c', 'hex')

/** The names by which Twilio knows what file-type calls otherwise. */
const TWILIO_NAMES: Record<string, string> = {
  'audio/opus': 'audio/ogg',
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
  'video/MP1S': 'video/mpeg',
  'video/MP2P': 'video/mpeg',
  'application/rtf': 'text/rtf',
}

/** What a file is by its bytes; undefined where they don't say. */
export async function sniffType(bytes: Buffer): Promise<string | undefined> {
  if (bytes.subarray(0, ASF.length).equals(ASF)) {
    return 'video/x-ms-asf'
  }
  const mime: string | undefined = (await fromBuffer(bytes))?.mime
  return mime && (TWILIO_NAMES[mime] ?? mime)
}
