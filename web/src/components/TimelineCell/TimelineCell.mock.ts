const at = '2026-03-03T10:00:00.000Z'

const report = (id: string, status: string, disposition: string) => ({
  __typename: 'StatusEvent' as const,
  id,
  status,
  source: 'CALLBACK',
  disposition,
  errorCode: null as number | null,
  errorMessage: null as string | null,
  rawDlrDoneDate: null as string | null,
  participant: null as string | null,
  receivedAt: at,
})

export const standard = () => ({
  message: {
    __typename: 'Message' as const,
    id: 'm1',
    sid: 'SM123',
    timeline: [
      report('1', 'DELIVERED', 'APPLIED'),
      report('2', 'SENT', 'STALE'),
      {
        ...report('3', 'UNDELIVERED', 'CONFLICT'),
        errorCode: 30003,
        errorMessage: 'The phone is off. Try again later.',
        rawDlrDoneDate: '2603030959',
      },
      {
        ...report('4', 'FAILED', 'CONFLICT'),
        errorCode: 30008,
        errorMessage: 'The carrier did not say why. Try again later.',
      },
    ],
  },
})
