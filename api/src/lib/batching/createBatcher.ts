import { countOverload, observeBatch } from 'src/lib/metrics/work'
import { traced } from 'src/lib/tracing/traced'

/** More waits already than can be held: whoever brought this one must bring it again. */
export class OverloadedError extends Error {
  constructor() {
    super('Too many items wait already')
  }
}

interface BatcherOptions<Item, Result> {
  /** What is done, for the metrics. */
  name: string
  /** Does all of a batch in one go; rejects when nothing of it was done. */
  handle: (items: Item[]) => Promise<Result[]>
  /** Whether a batch that was rejected may contain one item that spoils it, so that the others should be tried apart. */
  isOneItemsFault: (error: unknown) => boolean
  /** Items in a batch. */
  largest: number
  /** Batches under way at once. */
  running: number
  /** Items that wait; past it, `add` rejects with OverloadedError. */
  waiting: number
}

interface Entry<Item, Result> {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/**
 * Folds what comes at the same time into batches. The first item goes at once; what comes while batches are under way
 * makes the next one: so a batch is as large as the load, and nobody waits for a clock. Another one begins beside those
 * under way when as many items wait as one of them has.
 *
 * @returns `add`, which settles when the item's batch is done
 */
export function createBatcher<Item, Result>(
  options: BatcherOptions<Item, Result>
) {
  const queue: Entry<Item, Result>[] = []
  let running = 0
  let underway = 0

  const settle = async (entries: Entry<Item, Result>[]): Promise<void> => {
    try {
      const size = entries.length
      const results = await traced(`batch ${options.name}`, { size }, () =>
        options.handle(entries.map(({ item }) => item))
      )
      entries.forEach(({ resolve }, n) => resolve(results[n] as Result))
    } catch (error) {
      if (entries.length === 1 || !options.isOneItemsFault(error)) {
        entries.forEach(({ reject }) => reject(error))
        return
      }
      const half = Math.ceil(entries.length / 2)
      await settle(entries.slice(0, half))
      await settle(entries.slice(half))
    }
  }

  /**
   * A batch beside others must be as large as they are: its fixed costs are theirs, and whoever comes first after a
   * large batch has begun would else make many small ones, until it ends.
   */
  const isWorthwhile = () =>
    queue.length > 0 && queue.length * running >= underway

  const pump = () => {
    while (running < options.running && isWorthwhile()) {
      const batch = queue.splice(0, options.largest)
      running += 1
      underway += batch.length
      observeBatch(options.name, batch.length)
      void settle(batch).finally(() => {
        running -= 1
        underway -= batch.length
        pump()
      })
    }
  }

  return (item: Item) =>
    new Promise<Result>((resolve, reject) => {
      if (queue.length >= options.waiting) {
        countOverload(options.name)
        reject(new OverloadedError())
        return
      }
      queue.push({ item, resolve, reject })
      // After this turn of the event loop, so that what arrived together goes together.
      setImmediate(pump)
    })
}
