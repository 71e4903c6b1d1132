import { setTimeout as pause } from 'node:timers/promises'

import { logger } from './logger'

/** Kubernetes kills after 30 seconds. */
const LONGEST_MS = 25_000

type Part = () => Promise<unknown>

const stopPart = async (part: Part) => {
  try {
    await part()
  } catch (error) {
    logger.error({ error }, 'A part did not stop as it should')
  }
}

const stopInOrder = async (stages: Part[][]) => {
  for (const parts of stages) {
    await Promise.all(parts.map(stopPart))
  }
}

/**
 * Has SIGTERM and SIGINT end this process: the parts of a stage together, one stage after the other, the next one also
 * where a part fails; and the process in any case.
 */
export function stopOnSignal(...stages: Part[][]) {
  const stop = async () => {
    const patience = pause(LONGEST_MS, undefined, { ref: false })
    await Promise.race([stopInOrder(stages), patience])
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
