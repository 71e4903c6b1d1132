import fs from 'node:fs'
import path from 'node:path'

/** Where the kernel's control groups lie, and how each of its versions is told of a limit: https://docs.kernel.org/scheduler/sched-bwc.html */
const VERSIONS = [
  {
    root: '/sys/fs/cgroup/cpu',
    limit: (share: number) => ({
      'cpu.cfs_period_us': `${PERIOD_US}`,
      'cpu.cfs_quota_us': `${Math.round(share * PERIOD_US)}`,
    }),
  },
  {
    root: '/sys/fs/cgroup',
    limit: (share: number) => ({
      'cpu.max': `${Math.round(share * PERIOD_US)} ${PERIOD_US}`,
    }),
  },
]

/** As short as may be, so that a limited process stands still for milliseconds only. */
const PERIOD_US = 10_000

const limitIn = (
  { root, limit }: (typeof VERSIONS)[number],
  pid: number,
  share: number
) => {
  const folder = path.join(root, `heliograph-bench-${pid}`)
  fs.mkdirSync(folder)
  try {
    for (const [file, value] of Object.entries(limit(share))) {
      fs.writeFileSync(path.join(folder, file), value)
    }
    fs.writeFileSync(path.join(folder, 'cgroup.procs'), `${pid}`)
  } catch (error) {
    fs.rmdirSync(folder)
    throw error
  }
  return () => {
    fs.writeFileSync(path.join(root, 'cgroup.procs'), `${pid}`)
    fs.rmdirSync(folder)
  }
}

/**
 * Gives a process so much of one core and no more, as if the machine had less to give.
 *
 * @returns what lifts the limit; null where this system or this user may not set one
 */
export function limitCpu(pid: number, share: number): (() => void) | null {
  for (const version of VERSIONS) {
    try {
      return limitIn(version, pid, share)
    } catch {
      // The other version, or none.
    }
  }
  return null
}
