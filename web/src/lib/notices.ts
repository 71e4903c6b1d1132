export interface Notice {
  id: number
  text: string
}

let notices: readonly Notice[] = []
let lastId = 0
const listeners = new Set<() => void>()

const set = (next: readonly Notice[]) => {
  notices = next
  listeners.forEach((listener) => listener())
}

/** Short news that belongs to no field: what was asked for did not happen. */
export const noticeBoard = {
  get: () => notices,
  post: (text: string) => {
    lastId += 1
    // The same news twice is one piece of news.
    set([
      ...notices.filter((notice) => notice.text !== text),
      { id: lastId, text },
    ])
  },
  dismiss: (id: number) => set(notices.filter((notice) => notice.id !== id)),
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
