import type { CallFields } from 'types/graphql'

import { t } from 'src/lib/language/t'

export interface CallInWords {
  /** What it was: "Missed call". */
  title: string
  /** What became of it, in a few words; null where the title says all. */
  detail: string | null
  look: 'ringing' | 'answered' | 'missed' | 'voicemail'
  /** How long it was, or its voicemail is. */
  seconds: number | null
}

/** After so long no network lets a phone ring. */
const LONGEST_RINGING_MS = 10 * 60_000

const MISSED: Partial<Record<CallFields['status'], string>> = {
  get CANCELED() {
    return t('The caller hung up')
  },
  get NO_ANSWER() {
    return t('Nobody answered')
  },
  get BUSY() {
    return t('The line was busy')
  },
  get FAILED() {
    return t('The call failed')
  },
}

const ANSWERED = {
  get SAY() {
    return t('Heard the announcement')
  },
  get RECORD() {
    return t('Left no voicemail')
  },
}

const describeOpen = (
  { status }: CallFields,
  age: number
): Pick<CallInWords, 'title' | 'detail' | 'look'> => {
  if (status === 'IN_PROGRESS') {
    return { title: t('Call'), detail: t('On the line'), look: 'ringing' }
  }
  return age > LONGEST_RINGING_MS
    ? {
        title: t('Call'),
        detail: t('How it ended was not reported'),
        look: 'missed',
      }
    : { title: t('Incoming call'), detail: t('Ringing'), look: 'ringing' }
}

/**
 * A call in words. A voicemail is what counts, however the call ended.
 *
 * @param age milliseconds since it began
 */
export function describeCall(call: CallFields, age: number): CallInWords {
  const { status, answer, durationSeconds, recordedSeconds } = call
  const seconds = durationSeconds ?? null
  const missed = MISSED[status]
  if (recordedSeconds) {
    const detail = status === 'IN_PROGRESS' ? t('On the line') : null
    return {
      title: t('Voicemail'),
      detail,
      look: 'voicemail',
      seconds: recordedSeconds,
    }
  }
  if (missed) {
    return { title: t('Missed call'), detail: missed, look: 'missed', seconds }
  }
  if (status === 'COMPLETED') {
    const detail = answer ? ANSWERED[answer] : null
    return { title: t('Call answered'), detail, look: 'answered', seconds }
  }
  return { ...describeOpen(call, age), seconds }
}
