import type { ReactNode } from 'react'

import { messageAnchor } from 'src/lib/showMessage'
import { useThread } from 'src/lib/thread/threadContext'

/** Leads to another message of the same thread. */
const ThreadLink = ({ id, children }: { id: string; children: ReactNode }) => {
  const { goTo } = useThread()
  return (
    <a
      href={`#${messageAnchor(id)}`}
      onClick={(event) => {
        event.preventDefault()
        goTo(id)
      }}
      className="rounded-sm underline"
    >
      {children}
    </a>
  )
}

export default ThreadLink
