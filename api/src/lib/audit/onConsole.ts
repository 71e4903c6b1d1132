import os from 'node:os'

import { audited, type Learned } from './audited'
import type { Deed } from './entry'

const userName = () => {
  try {
    return os.userInfo().username
  } catch {
    // Containers have users without a name.
    return `user ${process.getuid?.() ?? 'unknown'}`
  }
}

/** Who types; who became another user by sudo is named, too. */
const typist = () => {
  const { SUDO_USER } = process.env
  return SUDO_USER ? `${SUDO_USER} as ${userName()}` : userName()
}

/** Does something that was asked for on the machine's console (`yarn rw exec`), and writes it down. */
export const auditedOnConsole = <Result>(
  deed: Omit<Deed, 'group' | 'who' | 'where'>,
  work: () => Promise<Result>,
  learn?: (result: Result) => Promise<Learned>
): Promise<Result> =>
  audited(
    {
      ...deed,
      group: 'ADMINISTRATION',
      who: { kind: 'CONSOLE', name: typist() },
      where: { address: os.hostname() },
    },
    work,
    learn
  )
