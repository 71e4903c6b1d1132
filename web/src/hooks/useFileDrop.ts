import { useEffect, useRef, useState } from 'react'

/**
 * Whether files are held over an element, and what is done with them when they are let go there. Elsewhere in the page
 * nothing is done: the browser would show the file in the page's place.
 */
export function useFileDrop(
  find: () => Element | null | undefined,
  onFiles: (files: File[]) => void
) {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef({ find, onFiles })
  useEffect(() => {
    latest.current = { find, onFiles }
  })

  useEffect(() => {
    const isOurs = (event: DragEvent) =>
      event.target instanceof Node &&
      !!latest.current.find()?.contains(event.target)

    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) {
        return
      }
      event.preventDefault()
      event.dataTransfer.dropEffect = isOurs(event) ? 'copy' : 'none'
      setIsOver(isOurs(event))
    }
    const onDragLeave = (event: DragEvent) => {
      // Out of the window; within it, the next `dragover` says where.
      if (!event.relatedTarget) {
        setIsOver(false)
      }
    }
    const onDrop = (event: DragEvent) => {
      setIsOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) {
        event.preventDefault()
      }
      if (files.length > 0 && isOurs(event)) {
        latest.current.onFiles(files)
      }
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])

  return isOver
}
