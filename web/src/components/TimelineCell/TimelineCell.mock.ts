const at = '2026-03-03T10:00:00.000Z'

const report = (id: string, status: string, disposition: string) => ({
  __typename: 'StatusEvent' as const,
  id,
  status,
  source: 'CALLBACK',
  disposition,
  errorCode: null,
  receivedAt: at,
})

export const standard = () => ({
  message: {
    __typename: 'Message' as const,
    id: 'm1',
    sid: 'SM123',
    createdAt: at,
    timeline: [
      report('1', 'DELIVERED', 'APPLIED'),
      report('2', 'SENT', 'STALE'),
      report('3', 'UNDELIVERED', 'CONFLICT'),
    ],
  },
})
