import { BlockList, isIP } from 'node:net'

const NEAR = new BlockList()
NEAR.addSubnet('0.0.0.0', 8)
NEAR.addSubnet('10.0.0.0', 8)
NEAR.addSubnet('100.64.0.0', 10)
NEAR.addSubnet('127.0.0.0', 8)
NEAR.addSubnet('169.254.0.0', 16)
NEAR.addSubnet('172.16.0.0', 12)
NEAR.addSubnet('192.168.0.0', 16)
NEAR.addSubnet('::', 127, 'ipv6')
NEAR.addSubnet('fc00::', 7, 'ipv6')
NEAR.addSubnet('fe80::', 10, 'ipv6')

/** Whether somebody on the internet may reach it: by its look, so a name of a private address passes. */
export function isPublicOrigin(origin: string): boolean {
  const host = new URL(origin).hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  return family
    ? !NEAR.check(host, family === 6 ? 'ipv6' : 'ipv4')
    : host.includes('.') && !/\.(local|localhost|internal|test)$/.test(host)
}
