/** What an endpoint can hear of. The triggers of the migrations write them. */
export const EVENT_TYPES = [
  'message.received',
  'message.status',
  'conversation.opened',
  'conversation.archived',
] as const

export type EventType = (typeof EVENT_TYPES)[number]

/** What an administrator sends to see whether an endpoint answers. */
export const TEST_EVENT = 'webhook.test'
