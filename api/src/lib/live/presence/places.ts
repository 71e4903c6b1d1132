/** What a tab of somebody's browser says of itself: where its reader is now, and whether they write there. */
export interface Beat {
  userId: string
  /** Tells a person's tabs and devices apart. */
  tab: string
  /** By which they are there: with its end, so are they. */
  login?: string
  /** Null where the reader is nowhere any more. */
  conversationId: string | null
  isTyping: boolean
}

export interface Looking {
  userId: string
  isTyping: boolean
}

interface Place {
  conversationId: string
  userId: string
  login?: string
  /** Until when this holds, in the clock's milliseconds. */
  looksUntil: number
  typesUntil: number
}

/** Two heartbeats of a page may be lost (web/src/lib/presence). */
export const LOOKING_MS = 45_000

/** A page repeats it every three seconds for as long as somebody types. */
export const TYPING_MS = 8_000

/** Nobody reads in more tabs at a time; what goes beyond pushes out what was said longest ago. */
const MOST_TABS = 20

/**
 * Who looks at which conversation, as far as was heard.
 *
 * Nobody is asked to take anything back: what is not said again ends by itself, so that a browser that died and a process
 * that never heard the end differ for some seconds and no longer.
 */
export class Places {
  readonly #places = new Map<string, Place>()
  readonly #onChange: (conversationId: string) => void
  readonly #now: () => number

  /** @param onChange who is in this conversation, or what they do there, is something else now */
  constructor(onChange: (conversationId: string) => void, now = Date.now) {
    this.#onChange = onChange
    this.#now = now
  }

  hear({ userId, tab, login, conversationId, isTyping }: Beat) {
    const key = `${userId} ${tab}`
    const now = this.#now()
    const left = this.#places.get(key)?.conversationId
    this.#telling([left, conversationId], () => {
      this.#places.delete(key)
      if (conversationId) {
        this.#places.set(key, {
          conversationId,
          userId,
          login,
          looksUntil: now + LOOKING_MS,
          typesUntil: isTyping ? now + TYPING_MS : 0,
        })
      }
    })
    const tabs = [...this.#places].filter(([, one]) => one.userId === userId)
    const [oldest] = tabs
    if (oldest && tabs.length > MOST_TABS) {
      this.hear({
        userId,
        tab: oldest[0].slice(userId.length + 1),
        conversationId: null,
        isTyping: false,
      })
    }
  }

  /** By which logins somebody is somewhere. */
  logins(): string[] {
    const logins = [...this.#places.values()].map(({ login }) => login)
    return [...new Set(logins)].filter((login) => login !== undefined)
  }

  /** Ends all that was said by these logins. */
  forget(logins: readonly string[]) {
    this.#end(({ login }) => !!login && logins.includes(login))
  }

  #end(isOver: (place: Place) => boolean) {
    const over = [...this.#places].filter(([, place]) => isOver(place))
    this.#telling(
      over.map(([, { conversationId }]) => conversationId),
      () => over.forEach(([key]) => this.#places.delete(key))
    )
  }

  /** Ends what was not said again; to be called every now and then. */
  expire() {
    const now = this.#now()
    const over = [...this.#places].filter(
      ([, { looksUntil, typesUntil }]) =>
        looksUntil <= now || (typesUntil > 0 && typesUntil <= now)
    )
    this.#telling(
      over.map(([, { conversationId }]) => conversationId),
      () => {
        for (const [key, place] of over) {
          place.typesUntil = 0
          if (place.looksUntil <= now) {
            this.#places.delete(key)
          }
        }
      }
    )
  }

  /** Each person once, in an order that no heartbeat changes. */
  in(conversationId: string): Looking[] {
    const people = new Map<string, boolean>()
    for (const place of this.#places.values()) {
      if (place.conversationId === conversationId) {
        const { userId, typesUntil } = place
        people.set(userId, typesUntil > 0 || !!people.get(userId))
      }
    }
    return [...people]
      .map(([userId, isTyping]) => ({ userId, isTyping }))
      .sort((a, b) => (a.userId < b.userId ? -1 : 1))
  }

  /** The conversations that somebody looks at. */
  all(): string[] {
    const ids = [...this.#places.values()].map((place) => place.conversationId)
    return [...new Set(ids)]
  }

  #telling(touched: (string | null | undefined)[], change: () => void) {
    const ids = [...new Set(touched)].filter((id) => typeof id === 'string')
    const before = ids.map((id) => JSON.stringify(this.in(id)))
    change()
    ids.forEach((id, index) => {
      if (JSON.stringify(this.in(id)) !== before[index]) {
        this.#onChange(id)
      }
    })
  }
}
