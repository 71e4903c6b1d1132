import {
  AlarmClock,
  AlarmClockOff,
  Archive,
  ArchiveRestore,
  LogIn,
  LogOut,
  StickyNote,
  Tag,
  UserMinus,
  UserPlus,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ThreadEntryFields, ThreadEntryKind } from 'types/graphql'

import { useOperator } from 'src/hooks/useOperator'
import { describeEntry } from 'src/lib/entries/describeEntry'
import { clockTime, exactTime } from 'src/lib/time/time'

const ICONS: Record<ThreadEntryKind, LucideIcon> = {
  NOTE: StickyNote,
  ASSIGNED: UserPlus,
  UNASSIGNED: UserMinus,
  SNOOZED: AlarmClock,
  WOKEN: AlarmClockOff,
  ARCHIVED: Archive,
  REOPENED: ArchiveRestore,
  LABELED: Tag,
  UNLABELED: Tag,
  PARTICIPANT_JOINED: LogIn,
  PARTICIPANT_LEFT: LogOut,
}

/** What was done with the conversation, between the messages. */
const EntryLine = ({ entry }: { entry: ThreadEntryFields }) => {
  const { operator } = useOperator()
  const Icon = ICONS[entry.kind]
  return (
    <p className="flex items-start justify-center gap-1.5 px-4 pb-3 text-center text-[0.8125rem] text-ink-soft">
      <Icon className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      <span className="line-clamp-3 min-w-0 wrap-anywhere">
        {describeEntry(entry, operator?.id)} ·{' '}
        <time dateTime={entry.at} title={exactTime(entry.at)}>
          {clockTime(entry.at)}
        </time>
      </span>
    </p>
  )
}

export default EntryLine
