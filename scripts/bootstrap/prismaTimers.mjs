// How long the JavaScript schema engine (6.19) waits for its advisory lock, in milliseconds.
const LOCK_WAITS = new Set([10_000, 60_000])

/**
 * The engine leaves these timers running when it has its lock, so that each `migrate` would exit as much later.
 * While it still waits, its connection keeps the process alive.
 */
export function letPrismaExit() {
  const { setTimeout } = globalThis
  globalThis.setTimeout = Object.assign((work, delay, ...args) => {
    const timer = setTimeout(work, delay, ...args)
    return LOCK_WAITS.has(delay) ? timer.unref() : timer
  }, setTimeout)
}
