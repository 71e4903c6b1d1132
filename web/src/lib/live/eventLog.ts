/**
 * The events that came while answers were under way.
 *
 * An answer may have been read from the database before an event that reached us first. So, when it arrives, the
 * events since its question are applied again over it. Applying an event twice changes nothing.
 *
 * Kept are those since the oldest question that has no answer: in a busy inbox there is always one under way.
 */
export function createEventLog<E>() {
  let events: E[] = []
  /** How many have come before them. */
  let gone = 0
  const questions = new Set<{ since: number }>()

  const letGo = () => {
    const oldest = Math.min(
      gone + events.length,
      ...[...questions].map(({ since }) => since)
    )
    events = events.slice(oldest - gone)
    gone = oldest
  }

  return {
    add(event: E) {
      if (questions.size > 0) {
        events.push(event)
      }
    },
    /** A question goes out; the returned function is to be called when its answer is there, and gives the events since. */
    open() {
      const question = { since: gone + events.length }
      questions.add(question)
      return (): E[] => {
        if (!questions.delete(question)) {
          return []
        }
        const since = events.slice(question.since - gone)
        letGo()
        return since
      }
    },
    /** How many are kept. */
    size: () => events.length,
  }
}

export type EventLog<E> = ReturnType<typeof createEventLog<E>>
