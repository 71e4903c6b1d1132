/**
 * The events that came while answers were under way.
 *
 * An answer may have been read from the database before an event that reached us first. So, when it arrives, the
 * events since its question are applied again over it. Applying an event twice changes nothing.
 */
export function createEventLog<E>() {
  let events: E[] = []
  let underWay = 0

  return {
    add(event: E) {
      if (underWay > 0) {
        events.push(event)
      }
    },
    /** A question goes out; the returned function is to be called when its answer is there, and gives the events since. */
    open() {
      underWay += 1
      const start = events.length
      let closed = false
      return (): E[] => {
        if (closed) {
          return []
        }
        closed = true
        underWay -= 1
        const since = events.slice(start)
        if (underWay === 0) {
          events = []
        }
        return since
      }
    },
  }
}

export type EventLog<E> = ReturnType<typeof createEventLog<E>>
