type Hold = () => Promise<unknown>

/** As the browser's own, as far as `takeTurns` asks. */
function createLocks() {
  const held = new Map<string, () => void>()
  const rows = new Map<string, (() => void)[]>()
  const rowOf = (name: string) => {
    const row = rows.get(name) ?? []
    rows.set(name, row)
    return row
  }

  const request = (
    name: string,
    { steal, signal }: LockOptions,
    hold: Hold
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const lose = () => reject(new DOMException('lost', 'AbortError'))
      const grant = async () => {
        held.set(name, lose)
        await Promise.resolve()
        resolve(await hold())
        if (held.get(name) === lose) {
          held.delete(name)
          rowOf(name).shift()?.()
        }
      }
      const wait = () => void grant()
      signal?.addEventListener('abort', () => {
        const place = rowOf(name).indexOf(wait)
        if (place >= 0) {
          rowOf(name).splice(place, 1)
          lose()
        }
      })
      if (steal) {
        held.get(name)?.()
        wait()
      } else if (held.has(name)) {
        rowOf(name).push(wait)
      } else {
        wait()
      }
    })

  return { request }
}

interface Channel {
  name: string
  onmessage: ((event: { data: unknown }) => void) | null
}

const channels = new Set<Channel>()

function FakeChannel(this: object, name: string) {
  const channel = Object.assign(this, {
    name,
    onmessage: null,
    postMessage: (data: unknown) => {
      for (const other of channels) {
        if (other !== channel && other.name === name) {
          // What is on its way to a tab that is closed meanwhile arrives nowhere.
          setTimeout(() => channels.has(other) && other.onmessage?.({ data }))
        }
      }
    },
    close: () => {
      channels.delete(channel)
    },
  })
  channels.add(channel)
}

/** Gives the test what jsdom lacks of a browser with several tabs: locks, and a channel between them. */
export function provideTabs() {
  channels.clear()
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: createLocks(),
  })
  Object.assign(globalThis, { BroadcastChannel: FakeChannel })
}

/** Opens a tab; what is returned makes it stand still: it hears nothing more, and lets go of nothing. */
export function openToFreeze(open: () => unknown) {
  const before = new Set(channels)
  open()
  const own = [...channels].filter((channel) => !before.has(channel))
  return () => own.forEach((channel) => channels.delete(channel))
}
