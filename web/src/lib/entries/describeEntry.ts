import type { ThreadEntryFields } from 'types/graphql'

import { t } from 'src/lib/language/t'
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
    return actor.id === myId ? t('You') : nameOf(actor)
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
  const isMine = entry.actor?.id === myId
  const isSelf = subject && subject.id === entry.actor?.id
  const whom = subject
    ? subject.id === myId
      ? t('you')
      : nameOf(subject)
    : t('somebody')
  const who = participant ? authorName(participant) : t('Somebody')
  const time = until && dayAndTime(until)
  // By oneself, by somebody else, and by itself: languages other than English differ in more than the name.
  const done = (byMe: string, by: string, byItself: string) =>
    actor ? (isMine && entry.actor ? byMe : by) : byItself

  switch (entry.kind) {
    case 'ASSIGNED':
      return isSelf
        ? done(t('You took this on'), t('{actor} took this on', { actor }), '')
        : done(
            t('You assigned this to {whom}', { whom }),
            t('{actor} assigned this to {whom}', { actor, whom }),
            t('Assigned to {name}', { name: whom })
          )
    case 'UNASSIGNED':
      return isSelf
        ? done(
            t('You let go of this'),
            t('{actor} let go of this', { actor }),
            ''
          )
        : done(
            t('You took this from {whom}', { whom }),
            t('{actor} took this from {whom}', { actor, whom }),
            subject ? t('Taken from {whom}', { whom }) : t('Assigned to nobody')
          )
    case 'SNOOZED':
      return time
        ? done(
            t('You snoozed this until {time}', { time }),
            t('{actor} snoozed this until {time}', { actor, time }),
            t('Snoozed until {time}', { time })
          )
        : done(
            t('You snoozed this'),
            t('{actor} snoozed this', { actor }),
            t('Snoozed')
          )
    case 'WOKEN':
      return done(
        t('You woke this up'),
        t('{actor} woke this up', { actor }),
        t('Woke up')
      )
    case 'ARCHIVED':
      return done(
        t('You archived this'),
        t('{actor} archived this', { actor }),
        t('Archived')
      )
    case 'REOPENED':
      return done(
        t('You reopened this'),
        t('{actor} reopened this', { actor }),
        t('Reopened by an answer')
      )
    case 'LABELED':
      return done(
        t('You added the label “{label}”', { label }),
        t('{actor} added the label “{label}”', { actor, label }),
        t('Labeled “{label}”', { label })
      )
    case 'UNLABELED':
      return done(
        t('You removed the label “{label}”', { label }),
        t('{actor} removed the label “{label}”', { actor, label }),
        t('Label “{label}” removed', { label })
      )
    case 'PARTICIPANT_JOINED':
      return t('{who} joined', { who })
    case 'PARTICIPANT_LEFT':
      return t('{who} left', { who })
    case 'NOTE':
      return done(
        t('You wrote a note'),
        t('{actor} wrote a note', { actor }),
        t('Note')
      )
  }
}
