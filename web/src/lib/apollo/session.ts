const listeners = new Set<() => void>()

const tell = () => listeners.forEach((listener) => listener())

/** To the other tabs of this browser, which have the same cookie; jsdom and old browsers have none. */
const tabs =
  typeof BroadcastChannel === 'undefined'
    ? null
    : new BroadcastChannel('heliograph.session')

/** Who this tab works for; null where nobody is logged in. */
let holder: string | null = null

if (tabs) {
  tabs.onmessage = ({ data }) => {
    if (data !== holder) {
      tell()
    }
  }
}

/** Whose session this browser has, as far as its tabs know. */
export const session = {
  /** The server no longer knows this session, or somebody has logged out: in all tabs. */
  end: () => {
    tabs?.postMessage(null)
    tell()
  },
  /** This tab works for `userId`, until what is returned is called; other tabs look whether they do too. */
  begin: (userId: string) => {
    holder = userId
    tabs?.postMessage(userId)
    return () => {
      holder = null
    }
  },
  /** Calls back when this tab must ask the server anew who is logged in; returns how to stop that. */
  onChange: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
