import type { ThreadEntryFields } from 'types/graphql'

import { dayAndTime } from 'src/lib/time/time'
import { authorName } from 'src/lib/twilio/participants'

type Person = NonNullable<ThreadEntryFields['actor']>

const nameOf = ({ name, email }: Person) => name?.trim() || email

/** Who did it, by name; null where it happened by itself. */
export const actorOf = (
  { actor, actorName }: ThreadEntryFields,
  myId: string | undefined
): string | null => {
  if (actor) {
    return actor.id === myId ? 'You' : nameOf(actor)
  }
  return actorName || null
}

/** What a system entry says, as one sentence. */
export function describeEntry(
  entry: ThreadEntryFields,
  myId: string | undefined
): string {
  const actor = actorOf(entry, myId)
  const { subject, label, until, participant } = entry
  const isSelf = subject && subject.id === entry.actor?.id
  const whom = subject
    ? subject.id === myId
      ? 'you'
      : nameOf(subject)
    : 'somebody'
  const who = participant ? authorName(participant) : 'Somebody'
  const done = (by: string, byItself: string) =>
    actor ? `${actor} ${by}` : byItself

  switch (entry.kind) {
    case 'ASSIGNED':
      return isSelf
        ? `${actor} took this on`
        : done(`assigned this to ${whom}`, `Assigned to ${whom}`)
    case 'UNASSIGNED':
      return isSelf
        ? `${actor} let go of this`
        : done(
            `took this from ${whom}`,
            subject ? `Taken from ${whom}` : 'Assigned to nobody'
          )
    case 'SNOOZED': {
      const end = until ? ` until ${dayAndTime(until)}` : ''
      return done(`snoozed this${end}`, `Snoozed${end}`)
    }
    case 'WOKEN':
      return done('woke this up', 'Woke up')
    case 'ARCHIVED':
      return done('archived this', 'Archived')
    case 'REOPENED':
      return done('reopened this', 'Reopened by an answer')
    case 'LABELED':
      return done(`added the label “${label}”`, `Labeled “${label}”`)
    case 'UNLABELED':
      return done(`removed the label “${label}”`, `Label “${label}” removed`)
    case 'PARTICIPANT_JOINED':
      return `${who} joined`
    case 'PARTICIPANT_LEFT':
      return `${who} left`
    case 'NOTE':
      return done('wrote a note', 'Note')
  }
}
