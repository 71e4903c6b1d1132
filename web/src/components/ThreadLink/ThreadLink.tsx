import type { ReactNode } from 'react'

import { noticeBoard } from 'src/lib/notices'
import { messageAnchor, showMessage } from 'src/lib/showMessage'

/** Leads to another message of the same thread. */
const ThreadLink = ({ id, children }: { id: string; children: ReactNode }) => (
  <a
    href={`#${messageAnchor(id)}`}
    onClick={(event) => {
      event.preventDefault()
      if (!showMessage(id)) {
        noticeBoard.post('It is further up, among the earlier messages.')
      }
    }}
    className="rounded-sm underline"
  >
    {children}
  </a>
)

export default ThreadLink
