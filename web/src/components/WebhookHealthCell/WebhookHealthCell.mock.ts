import { aConversation, aMessage } from 'src/testing/fixtures'

const at = (minute: number) =>
  `2026-03-03T10:${String(minute).padStart(2, '0')}:00.000Z`

export const standard = () => ({
  webhookHealth: {
    __typename: 'WebhookHealth' as const,
    minutes: Array.from({ length: 60 }, (_, minute) => ({
      __typename: 'WebhookMinute' as const,
      minute: at(minute),
      callbacks: minute < 50 ? 0 : minute,
      inbound: minute === 55 ? 2 : 0,
      refused: minute === 58 ? 3 : 0,
      notRecorded: 0,
    })),
    lastCallbackAt: at(59) as string | null,
    lastInboundAt: at(55) as string | null,
    callbackUrl: 'https://inbox.test/.redwood/functions/twilioCallback',
    messageUrl: 'https://inbox.test/.redwood/functions/twilioMessage',
    refusals: [
      {
        __typename: 'WebhookRefusal' as const,
        webhook: 'twilioMessage',
        reason: 'OTHER_URL',
        expectedUrl: 'https://inbox.test/.redwood/functions/twilioMessage',
        signedUrl: 'http://inbox.test/.redwood/functions/twilioMessage',
        count: 3,
        lastAt: at(58),
      },
    ],
    stuckCount: 21,
    stuck: [
      {
        ...aMessage({ id: 's1', body: 'Still on its way' }),
        conversation: aConversation(),
      },
    ],
    unconfirmedCount: 2,
    conflictCount: 1,
    conflicts: [
      {
        ...aMessage({ id: 'x1', status: 'DELIVERED', body: 'Two ends' }),
        conversation: aConversation({ id: 'c2', status: 'ARCHIVED' }),
      },
    ],
    parkedCount: 4,
    reconciliations: [
      {
        __typename: 'Reconciliation' as const,
        id: 'r1',
        kind: 'STUCK',
        startedAt: at(30),
        finishedAt: at(31) as string | null,
        checked: 1200,
        recovered: 3,
        absent: 1,
        foreign: 0,
      },
    ],
  },
})
