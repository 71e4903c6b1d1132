const day = (day: string, sent: number, failed: number) => ({
  __typename: 'AnalyticsDay' as const,
  day,
  inbound: 2,
  sent,
  delivered: sent - failed - 1,
  failed,
  answers: 3,
  medianSeconds: 240 as number | null,
  p90Seconds: 5400 as number | null,
})

export const standard = () => ({
  analytics: {
    __typename: 'Analytics' as const,
    countedUntil: '2026-03-03T10:00:00.000Z' as string | null,
    days: [
      day('2026-03-01', 100, 9),
      {
        ...day('2026-03-02', 1, 0),
        answers: 0,
        medianSeconds: null,
        p90Seconds: null,
      },
      day('2026-03-03', 1000, 0),
    ],
    channels: [
      {
        __typename: 'AnalyticsChannel' as const,
        channel: 'SMS' as const,
        inbound: 6,
        sent: 1001,
        delivered: 990,
        failed: 9,
      },
      {
        __typename: 'AnalyticsChannel' as const,
        channel: 'CHAT' as const,
        inbound: 0,
        sent: 100,
        delivered: 0,
        failed: 0,
      },
      {
        __typename: 'AnalyticsChannel' as const,
        channel: 'VOICE' as const,
        inbound: 3,
        sent: 0,
        delivered: 0,
        failed: 0,
      },
    ],
    hours: [
      {
        __typename: 'AnalyticsHour' as const,
        weekday: 2,
        hour: 14,
        inbound: 6,
        sent: 1101,
      },
    ],
    errors: [
      {
        __typename: 'AnalyticsError' as const,
        code: 30003 as number | null,
        count: 8,
        cause: 'The phone is off.',
        nextStep: 'Try later.',
      },
      {
        __typename: 'AnalyticsError' as const,
        code: null,
        count: 1,
        cause: 'Nobody said why.',
        nextStep: 'Open one.',
      },
    ],
    responses: {
      __typename: 'ResponseTimes' as const,
      answers: 6,
      medianSeconds: 240 as number | null,
      p90Seconds: 5400 as number | null,
    },
  },
})
