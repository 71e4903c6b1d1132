import { isIPv6 } from 'node:net'

const MAPPED = /^::ffff:(?=\d+\.)/i

/** The address, as far as it tells one from another: of IPv6 everybody has 2^64 (the first half names the network). */
export function networkOf(address: string): string {
  const plain = address.replace(MAPPED, '')
  if (!isIPv6(plain)) {
    return plain
  }
  const [head, tail = ''] = plain.split('::')
  const groups = head ? head.split(':') : []
  const missing = 8 - groups.length - (tail ? tail.split(':').length : 0)
  const all = plain.includes('::')
    ? [...groups, ...Array<string>(missing).fill('0'), ...tail.split(':')]
    : groups
  return all.slice(0, 4).join(':')
}
