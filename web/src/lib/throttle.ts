/** Runs `action` at once, and then at most once in `ms`; the last call is never lost. */
export function throttle(action: () => void, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isWanted = false

  const rest = () => {
    timer = isWanted ? setTimeout(rest, ms) : undefined
    if (isWanted) {
      isWanted = false
      action()
    }
  }

  return () => {
    if (timer) {
      isWanted = true
    } else {
      timer = setTimeout(rest, ms)
      action()
    }
  }
}
