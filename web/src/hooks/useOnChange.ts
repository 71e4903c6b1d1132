import { useEffect, useRef } from 'react'

/** Does something when a value has become another one. */
export function useOnChange(value: unknown, act: () => void) {
  const known = useRef(value)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (known.current !== value) {
      known.current = value
      latest.current()
    }
  }, [value])
}
