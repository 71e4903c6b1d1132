import type { Connection } from '../connection'

import type { TabNote } from './tabNote'
import { takeTurns } from './takeTurns'

interface StreamListener<Event> {
  onState: (state: Connection) => void
  onEvent: (event: Event) => void
}

export interface SharedStreamOptions<Event> extends StreamListener<Event> {
  /** The same in all tabs that may share: those of one person that ask the same. */
  name: string
  /** Opens the one stream; returns what closes it. */
  open: (listener: StreamListener<Event>) => () => void
  /** Somebody waits for a stream that waits to open again. */
  onHurry: () => void
  /** How long a leader may be silent before it is asked whether it is there. */
  pingMs?: number
}

const PING_MS = 3_000

/** Who answers none of so many questions stands still. */
const MOST_UNANSWERED = 2

/** What reaches a tab so late lay in the queue of a tab that was frozen. */
const ASLEEP_MS = 10_000

/**
 * One stream for all tabs of a browser: a leader holds it and passes on what it brings.
 *
 * A browser opens six connections to a host over HTTP/1.1, and each stream takes one. Whenever a stream opens, and
 * whenever a tab comes or wakes up, `onState('live')` says that there may be a gap before what comes from now on.
 *
 * @returns what closes it for this tab
 */
export function shareStream<Event>(options: SharedStreamOptions<Event>) {
  const { name, open, onState, onEvent, onHurry, pingMs = PING_MS } = options
  const channel = new BroadcastChannel(name)
  /** Closes the stream, where this tab leads. */
  let close: (() => void) | null = null
  /** Of the leader that this tab listens to, itself included. */
  let term = 0
  let opening = 0
  let state: Connection = 'connecting'
  /** Term and opening before which nothing was missed. */
  let caughtUp = ''
  let heardAt = Date.now()
  let unanswered = 0
  let taking: ReturnType<typeof setTimeout> | undefined

  const tell = (note: TabNote<Event>) => channel.postMessage(note)
  const sayState = () => tell({ kind: 'state', term, opening, state })
  const hello = () =>
    tell({ kind: 'hello', isSeen: document.visibilityState === 'visible' })

  /** Tells this tab's own page what the stream is doing now. */
  const takeIn = () => {
    if (state !== 'live') {
      onState(state)
    } else if (caughtUp !== `${term} ${opening}`) {
      caughtUp = `${term} ${opening}`
      onState('live')
    }
  }

  const become = (next: Connection) => {
    state = next
    opening += next === 'live' ? 1 : 0
    sayState()
    takeIn()
  }

  const resign = () => {
    close?.()
    close = null
  }

  const lead = () => {
    term = Math.max(Date.now(), term + 1)
    opening = 0
    const own = term
    become('connecting')
    close = open({
      onState: become,
      onEvent: (event) => {
        tell({ kind: 'event', term, at: Date.now(), event })
        onEvent(event)
      },
    })
    return () => {
      if (term === own) {
        resign()
      }
    }
  }

  /** One asks for what was missed, rather than to take in hours of it event by event. */
  const wakeUp = () => {
    if (caughtUp) {
      caughtUp = ''
      hello()
    }
  }

  const answer = (isSeen: boolean) => {
    if (!close) {
      return
    }
    sayState()
    // A hidden tab's timers may run once in a minute.
    if (isSeen && state === 'waiting') {
      onHurry()
    }
  }

  const hear = (note: TabNote<Event>) => {
    if (note.kind === 'hello') {
      answer(note.isSeen)
      return
    }
    if (note.term < term || (close && note.term === term)) {
      return
    }
    // Where this tab led and stood still meanwhile, another one has taken its turn.
    resign()
    term = note.term
    heardAt = Date.now()
    unanswered = 0
    if (note.kind === 'state') {
      opening = note.opening
      state = note.state
      takeIn()
    } else if (Date.now() - note.at < ASLEEP_MS) {
      onEvent(note.event)
    } else {
      wakeUp()
    }
  }

  const isSilent = () => !close && Date.now() - heardAt >= pingMs

  const watch = () => {
    if (!isSilent()) {
      return
    }
    if (unanswered >= MOST_UNANSWERED) {
      unanswered = 0
      // Tabs that were opened together would take it from each other.
      const random = Math.random() * pingMs
      taking = setTimeout(() => isSilent() && turns.take(), random)
    } else {
      unanswered += 1
      hello()
    }
  }

  channel.onmessage = ({ data }) => hear(data as TabNote<Event>)
  hello()
  const turns = takeTurns(name, lead)
  const timer = setInterval(watch, pingMs)

  return () => {
    clearInterval(timer)
    clearTimeout(taking)
    resign()
    turns.end()
    channel.close()
  }
}
