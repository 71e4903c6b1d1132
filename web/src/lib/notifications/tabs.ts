/** Longer than a tab in the background takes to hear of something. */
const REMEMBERED_MS = 15_000

const nameOf = (what: string) => `heliograph.${what}`

/** A lock, until it is let go; plain http that is not localhost has none, and then every tab stands for itself. */
function hold(what: string, options: LockOptions) {
  let letGo = () => {}
  const end = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const isHeld = new Promise<boolean>((resolve) => {
    if (!navigator.locks) {
      resolve(true)
      return
    }
    navigator.locks
      .request(nameOf(what), options, (lock) => {
        resolve(lock !== null)
        return lock ? end : undefined
      })
      // Locks that are closed to this page: it goes alone, as where there are none.
      .catch(() => resolve(true))
  })
  return { isHeld, letGo }
}

/** Of all tabs of this browser that ask, true for one: so that news is told once. */
export async function isFirstToTell(newsId: string): Promise<boolean> {
  const { isHeld, letGo } = hold(`told.${newsId}`, { ifAvailable: true })
  setTimeout(letGo, REMEMBERED_MS)
  return isHeld
}

const seenName = (conversationId: string) => `seen.${conversationId}`

let seenHere: string | null = null

/** Lets the other tabs know that somebody looks at a conversation in this one; returns what ends that. */
export function showAsSeen(conversationId: string) {
  const { letGo } = hold(seenName(conversationId), { mode: 'shared' })
  seenHere = conversationId
  return () => {
    seenHere = null
    letGo()
  }
}

/** Whether somebody looks at it, in whichever tab of this browser. */
export async function isSeenInAnyTab(conversationId: string): Promise<boolean> {
  const locks = await navigator.locks?.query()
  const name = nameOf(seenName(conversationId))
  return (
    seenHere === conversationId ||
    !!locks?.held?.some((lock) => lock.name === name)
  )
}
