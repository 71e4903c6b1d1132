import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'

/** A text area as high as its text, up to what its CSS allows. */
export function useAutosize(
  ref: RefObject<HTMLTextAreaElement | null>,
  text: string
) {
  useLayoutEffect(() => {
    const area = ref.current
    if (area) {
      area.style.height = 'auto'
      area.style.height = `${area.scrollHeight}px`
    }
  }, [ref, text])
}
