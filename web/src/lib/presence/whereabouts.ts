/** Where this tab's reader is; `null` where they look at no conversation. */
export interface Whereabouts {
  conversationId: string | null
  isTyping: boolean
}

/** The server forgets who is silent for 45 s (api/src/lib/live/presence/places). */
const REPEAT_MS = 15_000

/** … and that somebody types for 8 s. */
const REPEAT_TYPING_MS = 3_000

/** Who has pressed no key for so long thinks. */
const PAUSE_MS = 4_000

/** Who goes through the list from row to row is in none of them. */
const SETTLE_MS = 250

const NOWHERE: Whereabouts = { conversationId: null, isTyping: false }

/**
 * Tells where this tab's reader is and whether they type: each change soon, and otherwise a heartbeat now and then. A tab
 * that nobody sees is nowhere.
 */
export function createTeller(say: (where: Whereabouts) => void) {
  let place: string | null = null
  let typesUntil = 0
  let said = NOWHERE
  let saidAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const tellIn = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(tell, ms)
  }

  const sayOnce = (where: Whereabouts, isDue = false) => {
    const isNew =
      where.conversationId !== said.conversationId ||
      where.isTyping !== said.isTyping
    if (isNew || isDue) {
      said = where
      saidAt = Date.now()
      say(where)
    }
  }

  function tell() {
    clearTimeout(timer)
    if (!place || document.visibilityState !== 'visible') {
      sayOnce(NOWHERE)
      return
    }
    const now = Date.now()
    const isTyping = typesUntil > now
    const repeatMs = isTyping ? REPEAT_TYPING_MS : REPEAT_MS
    sayOnce({ conversationId: place, isTyping }, now - saidAt >= repeatMs)
    const due = saidAt + repeatMs
    tellIn((isTyping ? Math.min(due, typesUntil) : due) - now)
  }

  const leave = () => {
    clearTimeout(timer)
    sayOnce(NOWHERE)
  }

  document.addEventListener('visibilitychange', tell)
  // A page that goes away hears no timer any more.
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', tell)

  return {
    /** The reader looks at a conversation, until what is returned is called. */
    look: (conversationId: string) => {
      place = conversationId
      typesUntil = 0
      tellIn(SETTLE_MS)
      return () => {
        if (place === conversationId) {
          place = null
          tellIn(SETTLE_MS)
        }
      }
    },
    /** A key was pressed; or there is nothing left of what was typed. */
    type: (isTyping: boolean) => {
      typesUntil = isTyping ? Date.now() + PAUSE_MS : 0
      if (place && isTyping !== said.isTyping) {
        tell()
      }
    },
    /** Says at once that the reader is gone. */
    leave,
    /** Says again where the reader is: to a server that may have forgotten. */
    repeat: () => {
      saidAt = 0
      tell()
    },
  }
}
