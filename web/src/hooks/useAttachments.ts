import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

import { attachments } from 'src/lib/attachments/attachments'

const warn = (event: BeforeUnloadEvent) => {
  if (attachments.isUploading()) {
    // The browser asks whether to leave: half a file can't be kept.
    event.preventDefault()
  }
}

/** The attachments of the draft `draftId`, and what can be done with them. */
export function useAttachments(draftId: string) {
  const list = useSyncExternalStore(attachments.subscribe, () =>
    attachments.get(draftId)
  )
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      attachments.leave(draftId)
    }
  }, [draftId])

  const add = useCallback(
    (files: readonly File[]) => setProblem(attachments.add(draftId, files)),
    [draftId]
  )
  const clear = useCallback(() => {
    attachments.clear(draftId)
    setProblem(null)
  }, [draftId])

  return {
    list,
    /** The server's ids, of those that it has. */
    ids: list.flatMap(({ id }) => id ?? []),
    isUploading: list.some(({ state }) => state === 'uploading'),
    hasFailed: list.some(({ state }) => state === 'failed'),
    /** What is to be said of files that can't be attached. */
    problem,
    add,
    remove: (key: string) => {
      attachments.remove(draftId, key)
      setProblem(null)
    },
    retry: (key: string) => attachments.retry(draftId, key),
    clear,
  }
}
