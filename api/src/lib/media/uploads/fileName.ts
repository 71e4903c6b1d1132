import path from 'node:path'

const LONGEST = 100

/** What a name can't show: control characters, marks that turn the reading direction, halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'audio/mpeg': '.mp3',
}

/**
 * A file's name as it may be shown and saved: without folders, and with the extension of what the file has become.
 *
 * @param given the name by which it was uploaded
 */
export function fileName(given: string, contentType: string): string | null {
  const visible = given.replace(INVISIBLE, '')
  const { name, ext } = path.posix.parse(visible.replaceAll('\\', '/').trim())
  const isKnown = contentType in EXTENSIONS
  const isAlready = contentType === 'image/jpeg' && /^\.jpe?g$/i.test(ext)
  const extension =
    isKnown && !isAlready ? EXTENSIONS[contentType] : ext.slice(0, LONGEST / 2)
  const stem = [...name].slice(0, LONGEST - extension.length).join('')
  return /[^.\s]/.test(stem) ? stem + extension : null
}
