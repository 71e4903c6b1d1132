import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** One short text that changes when any of the files or words does. A file that isn't there counts as empty. */
export function fingerprint(files, words = []) {
  const hash = crypto.createHash('sha256')
  for (const file of files) {
    const content = fs.existsSync(file) ? fs.readFileSync(file) : ''
    hash.update(`${path.basename(file)}\0${content.length}\0`).update(content)
  }
  return hash.update(words.join('\0')).digest('hex')
}

export const isStamped = (stamp, mark) =>
  fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === mark

export function writeStamp(stamp, mark) {
  fs.mkdirSync(path.dirname(stamp), { recursive: true })
  fs.writeFileSync(stamp, mark)
}
