import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'

/** By `field-sizing-content`, where the browser knows it: to measure is to lay out the page once more. */
const sizesItself = () =>
  globalThis.CSS?.supports?.('field-sizing', 'content') === true

/** A text area (of the class `field-sizing-content`) as high as its text, up to what its CSS allows. */
export function useAutosize(
  ref: RefObject<HTMLTextAreaElement | null>,
  text: string
) {
  useLayoutEffect(() => {
    const area = ref.current
    if (area && !sizesItself()) {
      area.style.height = 'auto'
      area.style.height = `${area.scrollHeight}px`
    }
  }, [ref, text])
}
