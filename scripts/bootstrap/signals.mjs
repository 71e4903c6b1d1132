const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP']
const LOOK_EVERY_MS = 500

// As it was when this was loaded, first of all (see runCommand.cjs): npm may be gone before anyone asks.
const parent = process.ppid

/**
 * Calls `end` when npm or yarn, which started us, is gone. Signals that are sent to npm alone end npm and the shell
 * between us, and never reach us.
 */
function whenOrphaned(end) {
  if (!process.env.npm_lifecycle_event) {
    return
  }
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer)
      end()
    }
  }, LOOK_EVERY_MS)
  timer.unref()
}

/**
 * Leaves the ending to a child in the foreground: what the terminal sends (Ctrl-C) reaches it without us, what is
 * sent to us alone is passed on, and we end after it, with its code.
 */
export function passSignals(child) {
  for (const signal of ENDINGS) {
    process.on(signal, () => child.kill(signal))
  }
  whenOrphaned(() => child.kill('SIGTERM'))
}

/** Resolves when we are asked to end. */
export const askedToEnd = () =>
  new Promise((resolve) => {
    for (const signal of ENDINGS) {
      process.once(signal, () => resolve(signal))
    }
    whenOrphaned(() => resolve('SIGTERM'))
  })
