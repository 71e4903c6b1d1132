import { useEffect, useMemo } from 'react'

import { conversationLibrary } from 'src/lib/conversationLibrary'

/** Whoever points at a row for so long does not only pass over it. */
const DWELL_MS = 60

const idAt = ({ target }: React.SyntheticEvent) =>
  target instanceof Element
    ? target.closest<HTMLElement>('[data-conversation]')?.dataset.conversation
    : undefined

const ask = (id: string | undefined) => {
  if (id) {
    conversationLibrary.get()?.askAhead(id)
  }
}

/** Handlers for the list's rows: what is pointed at, or pressed, is asked for while the finger is still on its way. */
export function useAskAhead() {
  const { handlers, stop } = useMemo(() => {
    let pointedAt: string | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(timer)
      pointedAt = undefined
    }
    return {
      stop,
      handlers: {
        onPointerOver: (event: React.PointerEvent) => {
          const id = idAt(event)
          if (id !== pointedAt) {
            stop()
            pointedAt = id
            timer = setTimeout(() => ask(id), DWELL_MS)
          }
        },
        onPointerLeave: stop,
        onPointerDown: (event: React.PointerEvent) => ask(idAt(event)),
        // By a key, or by what knows no pointer: before anything is rendered.
        onClickCapture: (event: React.MouseEvent) => ask(idAt(event)),
      },
    }
  }, [])
  useEffect(() => stop, [stop])
  return handlers
}
