import ConsentEntry from 'src/components/ConsentEntry'
import DayLine from 'src/components/DayLine'
import EntryLine from 'src/components/EntryLine'
import ThreadMessage from 'src/components/ThreadMessage'
import ThreadNote from 'src/components/ThreadNote'
import type { ThreadRow } from 'src/lib/thread/threadRows'

/** One row of a thread, whatever it is. */
const ThreadItem = ({ row }: { row: ThreadRow }) => {
  switch (row.kind) {
    case 'day':
      return <DayLine at={row.at} />
    case 'consent':
      return <ConsentEntry entry={row.entry} />
    case 'entry':
      return row.entry.kind === 'NOTE' ? (
        <ThreadNote entry={row.entry} />
      ) : (
        <EntryLine entry={row.entry} />
      )
    case 'message':
      return (
        <ThreadMessage
          message={row.message}
          isFirst={row.isFirst}
          isLast={row.isLast}
          startsUnread={row.startsUnread}
          sending={row.sending}
        />
      )
  }
}

export default ThreadItem
