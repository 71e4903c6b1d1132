const at = '2026-03-03T10:00:00.000Z'

const report = (id: string, status: string, disposition: string) => ({
  __typename: 'StatusEvent' as const,
  id,
  status,
  source: 'CALLBACK',
  disposition,
  errorCode: null as number | null,
  rawDlrDoneDate: null as string | null,
  receivedAt: at,
})

export const standard = () => ({
  message: {
    __typename: 'Message' as const,
    id: 'm1',
    sid: 'SM123',
    errorCode: 30003 as number | null,
    errorMessage: 'The phone is off. Try again later.' as string | null,
    timeline: [
      report('1', 'DELIVERED', 'APPLIED'),
      report('2', 'SENT', 'STALE'),
      {
        ...report('3', 'UNDELIVERED', 'CONFLICT'),
        errorCode: 30003,
        rawDlrDoneDate: '2603030959',
      },
      { ...report('4', 'FAILED', 'CONFLICT'), errorCode: 30008 },
    ],
  },
})
