import { useEffect, useSyncExternalStore } from 'react'

import { X } from 'lucide-react'

import IconButton from 'src/components/IconButton'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import type { Notice } from 'src/lib/notices'

const SHOWN_MS = 8_000

const NoticeItem = ({ notice }: { notice: Notice }) => {
  useEffect(() => {
    const timer = setTimeout(() => noticeBoard.dismiss(notice.id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [notice.id])
  return (
    <li className="flex items-center gap-2 rounded-xl border border-line bg-raised py-1.5 pr-1.5 pl-4 shadow-raised">
      <span>{notice.text}</span>
      <IconButton
        icon={X}
        label={t('Dismiss')}
        onClick={() => noticeBoard.dismiss(notice.id)}
      />
    </li>
  )
}

/** Short news, over neither the heads of the page nor the field that one writes in. */
const Notices = () => {
  const notices = useSyncExternalStore(noticeBoard.subscribe, noticeBoard.get)
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 top-16 z-50 flex justify-center"
    >
      <ul className="pointer-events-auto flex flex-col gap-2">
        {notices.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} />
        ))}
      </ul>
    </div>
  )
}

export default Notices
