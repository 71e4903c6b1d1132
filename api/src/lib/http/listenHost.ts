import { networkInterfaces } from 'node:os'

/** All addresses: of both families where the machine has IPv6 (`localhost` is ::1 first), else of IPv4. */
export const listenHost = () =>
  Object.values(networkInterfaces())
    .flat()
    .some((address) => address?.family === 'IPv6')
    ? '::'
    : '0.0.0.0'
