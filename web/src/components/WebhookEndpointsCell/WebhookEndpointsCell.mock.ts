import type {
  WebhookDeliveryFields,
  WebhookEndpointFields,
} from 'types/graphql'

/** An endpoint, with what a test cares about. */
export const anEndpoint = (
  over: Partial<WebhookEndpointFields> = {}
): WebhookEndpointFields => ({
  __typename: 'WebhookEndpoint',
  id: 'e1',
  url: 'https://hooks.example.com/orders',
  description: 'Orders to the CRM',
  events: ['message.received', 'message.status'],
  includesBodies: true,
  isEnabled: true,
  note: null,
  pendingCount: 0,
  failedCount: 0,
  lastDeliveredAt: null,
  updatedAt: '2026-03-03T10:00:00.000Z',
  ...over,
})

/** A delivery, likewise. */
export const aDelivery = (
  over: Partial<WebhookDeliveryFields> = {}
): WebhookDeliveryFields => ({
  __typename: 'WebhookDelivery',
  id: 'd1',
  eventId: 'v1',
  type: 'message.received',
  payload: '{"type":"message.received","data":{"from":"+14155550101"}}',
  status: 'DELIVERED',
  attempts: 1,
  attemptedAt: '2026-03-03T10:00:01.000Z',
  nextAttemptAt: null,
  responseStatus: 200,
  responseBody: 'thanks',
  error: null,
  durationMs: 42,
  createdAt: '2026-03-03T10:00:00.000Z',
  ...over,
})

export const standard = () => ({
  webhookEndpoints: [
    anEndpoint(),
    anEndpoint({
      id: 'e2',
      url: 'https://old.example.com',
      description: null,
      isEnabled: false,
      note: 'It answered 410: it is gone.',
      failedCount: 3,
    }),
  ],
})
