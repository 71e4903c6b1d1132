import type { CallFields } from 'types/graphql'

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
  CANCELED: 'The caller hung up',
  NO_ANSWER: 'Nobody answered',
  BUSY: 'The line was busy',
  FAILED: 'The call failed',
}

const ANSWERED = {
  SAY: 'Heard the announcement',
  RECORD: 'Left no voicemail',
}

const describeOpen = (
  { status }: CallFields,
  age: number
): Pick<CallInWords, 'title' | 'detail' | 'look'> => {
  if (status === 'IN_PROGRESS') {
    return { title: 'Call', detail: 'On the line', look: 'ringing' }
  }
  return age > LONGEST_RINGING_MS
    ? {
        title: 'Call',
        detail: 'How it ended was not reported',
        look: 'missed',
      }
    : { title: 'Incoming call', detail: 'Ringing', look: 'ringing' }
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
    const detail = status === 'IN_PROGRESS' ? 'On the line' : null
    return {
      title: 'Voicemail',
      detail,
      look: 'voicemail',
      seconds: recordedSeconds,
    }
  }
  if (missed) {
    return { title: 'Missed call', detail: missed, look: 'missed', seconds }
  }
  if (status === 'COMPLETED') {
    const detail = answer ? ANSWERED[answer] : null
    return { title: 'Call answered', detail, look: 'answered', seconds }
  }
  return { ...describeOpen(call, age), seconds }
}
