import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const LOCAL_HEADER = 30

/**
 * What is in an archive, by name, read from its directory at the end as other programs do: one that broke off has none.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function unzip(zip: Buffer): Record<string, string> {
  let end = zip.length - 22
  while (zip.readUInt32LE(end) !== END) {
    end -= 1
  }
  const files: Record<string, string> = {}
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset)
    )
    const local = zip.readUInt32LE(at + 42)
    const start =
      local +
      LOCAL_HEADER +
      zip.readUInt16LE(local + 26) +
      zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + size)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    files[name] = (method === 0 ? packed : inflateRawSync(packed)).toString()
    at += 46 + nameLength + extra + comment
  }
  return files
}
