import type { Connection } from '../connection'

/**
 * What the tabs of a browser tell each other about the stream that one of them holds for all.
 *
 * `term` grows from one leader to the next: what a tab says that led once and does not know yet that it no longer does is
 * heard by nobody. `at` is when it was said, by the clock that they share.
 */
export type TabNote<Event> =
  | {
      kind: 'hello'
      /** Somebody looks at this tab, and would rather not wait. */
      isSeen: boolean
    }
  | {
      kind: 'state'
      term: number
      /** How often the stream has opened in this term: each time there may be a gap before it. */
      opening: number
      state: Connection
    }
  | { kind: 'event'; term: number; at: number; event: Event }
