import type { CallFields } from 'types/graphql'

import { aCall } from 'src/testing/fixtures'

import { describeCall } from './describeCall'

const inWords = (over: Partial<CallFields>, age = 0) =>
  describeCall(
    aCall({ recordedSeconds: null, durationSeconds: null, ...over }),
    age
  )

describe('describeCall', () => {
  it.each(['QUEUED', 'INITIATED', 'RINGING'] as const)(
    'a %s call rings, but not for ever',
    (status) => {
      expect(inWords({ status })).toMatchObject({
        title: 'Incoming call',
        detail: 'Ringing',
      })
      expect(inWords({ status }, 11 * 60_000)).toMatchObject({
        title: 'Call',
        detail: 'How it ended was not reported',
      })
    }
  )

  it('says that somebody is on the line', () => {
    expect(inWords({ status: 'IN_PROGRESS' }).detail).toBe('On the line')
  })

  it.each([
    ['SAY', 'Heard the announcement'],
    ['RECORD', 'Left no voicemail'],
    [null, null],
  ] as const)('says what an answer by %s came to', (answer, detail) => {
    expect(
      inWords({ status: 'COMPLETED', answer, durationSeconds: 12 })
    ).toEqual({ title: 'Call answered', detail, look: 'answered', seconds: 12 })
  })

  it.each([
    ['CANCELED', 'The caller hung up'],
    ['NO_ANSWER', 'Nobody answered'],
    ['BUSY', 'The line was busy'],
    ['FAILED', 'The call failed'],
  ] as const)('a %s call was missed', (status, detail) => {
    expect(inWords({ status })).toEqual({
      title: 'Missed call',
      detail,
      look: 'missed',
      seconds: null,
    })
  })

  it.each(['IN_PROGRESS', 'COMPLETED', 'FAILED'] as const)(
    'a voicemail is one, also of a call that is %s',
    (status) => {
      expect(inWords({ status, recordedSeconds: 31 })).toMatchObject({
        title: 'Voicemail',
        look: 'voicemail',
        seconds: 31,
      })
    }
  )
})
