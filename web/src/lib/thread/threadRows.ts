import { endOfDay } from 'date-fns'
import type {
  ConsentEventFields,
  ThreadEntryFields,
  ThreadMessageFields,
} from 'types/graphql'

import type { Sending } from 'src/lib/outbox/sending'
import { inZone } from 'src/lib/time/zone'

/** Messages of one author that follow each other so closely are one turn of the talk. */
const PAUSE_MS = 5 * 60_000

export interface MessageRow {
  kind: 'message'
  key: string
  message: ThreadMessageFields
  /** It opens a turn, before which its author may be named. */
  isFirst: boolean
  /** It ends a turn. */
  isLast: boolean
  /**
   * What one has not read begins with it. Its row has the line that says so: as a row of its own, the line would take its
   * room along when it moves, and what is read with it.
   */
  startsUnread: boolean
  /** It is on its way to the server, which may not have it yet. */
  sending?: Sending
}

export type ThreadRow =
  | MessageRow
  | { kind: 'day'; key: string; at: string }
  | { kind: 'consent'; key: string; entry: ConsentEventFields }
  | { kind: 'entry'; key: string; entry: ThreadEntryFields }

/** A message that is on its way, as it will look when it is there. */
export interface OnItsWay {
  sending: Sending
  message: ThreadMessageFields
}

export interface ThreadParts {
  /** Oldest first, without a hole. */
  messages: readonly ThreadMessageFields[]
  consent: readonly ConsentEventFields[]
  entries: readonly ThreadEntryFields[]
  /** In the order in which they were sent. */
  onTheirWay: readonly OnItsWay[]
  hasEarlier: boolean
  hasLater: boolean
  firstUnreadId: string | null
}

type Happening = Exclude<ThreadRow, { kind: 'message' | 'day' }>

const timeOf = (at: string) => Date.parse(at)

/** One bubble for all of a message's life: from when it was written here until the server has it, and after that. */
const keyOf = ({ id, idempotencyKey }: ThreadMessageFields) =>
  idempotencyKey ?? id

const authorOf = ({
  direction,
  sentBy,
  author,
  isAutomatic,
}: ThreadMessageFields) =>
  `${direction} ${sentBy?.id ?? ''} ${author ?? ''} ${isAutomatic}`

/** What happened besides the messages, as far as those reach that are there: the rest comes with theirs. */
function happenings({
  messages,
  consent,
  entries,
  hasEarlier,
  hasLater,
}: ThreadParts): Happening[] {
  const [first] = messages
  const last = messages[messages.length - 1]
  const from = first && hasEarlier ? timeOf(first.createdAt) : -Infinity
  const to = last && hasLater ? timeOf(last.createdAt) : Infinity
  const all: Happening[] = [
    ...consent.map((entry) => ({
      kind: 'consent' as const,
      key: entry.id,
      entry,
    })),
    ...entries.map((entry) => ({
      kind: 'entry' as const,
      key: entry.id,
      entry,
    })),
  ]
  return all
    .filter(({ entry }) => timeOf(entry.at) >= from && timeOf(entry.at) < to)
    .sort((a, b) => timeOf(a.entry.at) - timeOf(b.entry.at))
}

/**
 * Builds the rows from the oldest on.
 *
 * @param hasEarlier the first row then begins no day that anybody knows of, and stays what it is when earlier ones come:
 * by it the thread keeps its place
 */
function createRows(hasEarlier: boolean) {
  const rows: ThreadRow[] = []
  let dayEnd: number | null = hasEarlier ? null : -Infinity
  let turn: MessageRow | null = null

  const startDay = (at: string) => {
    if (dayEnd !== null && timeOf(at) <= dayEnd) {
      return
    }
    if (dayEnd !== null) {
      rows.push({ kind: 'day', key: `day ${at}`, at })
      turn = null
    }
    dayEnd = endOfDay(inZone(at)).getTime()
  }

  return {
    rows,
    add(happening: Happening) {
      startDay(happening.entry.at)
      rows.push(happening)
      turn = null
    },
    addMessage(
      message: ThreadMessageFields,
      { startsUnread = false, sending }: Partial<MessageRow> = {}
    ) {
      startDay(message.createdAt)
      const isSameTurn =
        turn !== null &&
        !startsUnread &&
        authorOf(turn.message) === authorOf(message) &&
        timeOf(message.createdAt) - timeOf(turn.message.createdAt) <= PAUSE_MS
      const row: MessageRow = {
        kind: 'message',
        key: keyOf(message),
        message,
        isFirst: !isSameTurn,
        isLast: true,
        startsUnread,
        sending,
      }
      if (turn && isSameTurn) {
        turn.isLast = false
      }
      rows.push(row)
      turn = row
    },
  }
}

/**
 * What stands in a thread, oldest first: days, messages in the turns of the talk, what became of the contact's consent,
 * notes and what was done with the conversation, and at the end what is on its way.
 */
export function threadRows(parts: ThreadParts): ThreadRow[] {
  const { messages, onTheirWay, hasEarlier, hasLater, firstUnreadId } = parts
  const building = createRows(hasEarlier)
  const besides = happenings(parts)
  let next = 0
  const placeUntil = (time: number) => {
    for (let each = besides[next]; each; each = besides[next]) {
      if (timeOf(each.entry.at) >= time) {
        return
      }
      building.add(each)
      next += 1
    }
  }

  for (const message of messages) {
    placeUntil(timeOf(message.createdAt))
    building.addMessage(message, {
      startsUnread: message.id === firstUnreadId,
    })
  }
  placeUntil(Infinity)

  if (!hasLater) {
    const known = new Set(messages.map(keyOf))
    onTheirWay
      .filter(({ sending }) => !known.has(sending.key))
      .forEach(({ message, sending }) =>
        building.addMessage(message, { sending })
      )
  }
  return building.rows
}
