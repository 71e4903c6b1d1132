/** What the network does when no fault is set. All of it can be changed while it runs. */
export interface Settings {
  /** The number's webhook for inbound messages; its fragment may carry connection overrides. */
  inboundUrl: string
  /** Where the events of Conversations go, unless they are configured by REST. */
  conversationsUrl: string
  /** Milliseconds that a ConversationWithParticipants is `initializing` (202); 0: it is there at once (201). */
  conversationsInitialize: number
  /** Asked once when `inboundUrl` fails. Empty: none. */
  fallbackUrl: string
  /** The number's webhook for calls. */
  voiceUrl: string
  /** The number's status callback for calls. Empty: none. */
  voiceStatusUrl: string
  /** What it hears of: `initiated ringing answered completed`; at Twilio the end alone, unless more is asked for. */
  voiceStatusEvents: string
  /** The Messaging Service's webhook for inbound messages, where `inboundWebhookOnNumber` is off. Empty: none. */
  serviceInboundUrl: string
  /** Messages to the service's pool go to the number's webhook. */
  inboundWebhookOnNumber: boolean
  /** The Messaging Service's status callback, for messages that name none. Empty: none. */
  serviceStatusCallback: string
  /** Milliseconds after the create at which a message reaches each status. */
  delays: {
    queued: number
    sending: number
    sent: number
    /** Every final report of a carrier. */
    delivered: number
    /** A second report, where an outcome has one. */
    later: number
    /** Until a text was said, and until a voicemail was spoken. */
    speech: number
  }
  /** Milliseconds between the attempts at a webhook; Twilio documents none. */
  retryDelay: number
  /** REST calls at once before 429; 0: no limit. */
  maxConcurrentRequests: number
  /** Whether STOP and its like reach the webhook too. Twilio's own pages don't say. */
  forwardOptOuts: boolean
  /** The service's Advanced Opt-Out: `OptOutType` in the webhook, 21610 late instead of at once. */
  advancedOptOut: boolean
  /** Inbound messages are announced twice: `SmsStatus=receiving`, and `received` when they are whole. */
  receivingFirst: boolean
  /** Inbound webhooks carry the `MessagingServiceSid` of the pool. */
  inboundThroughService: boolean
  /** First status of a message with a service and a From: Twilio's pages contradict each other. */
  serviceWithFromStarts: 'accepted' | 'queued'
  /** Twilio does not list `sending` among the statuses that call back. */
  sendingCallback: boolean
  /** Fetch outbound pictures from `MediaUrl`, as Twilio does. */
  fetchMedia: boolean
  /** WhatsApp refuses free text 24 hours after the customer last wrote (63016). */
  whatsappWindow: boolean
}

export function defaultSettings(
  env: Record<string, string | undefined> = process.env
): Settings {
  const base = (
    env.API_BASE_URL || `http://localhost:${env.WEB_PORT || 8910}`
  ).replace(/\/+$/, '')
  return {
    inboundUrl: `${base}/.redwood/functions/twilioMessage`,
    conversationsUrl: `${base}/.redwood/functions/twilioConversations`,
    conversationsInitialize: 0,
    fallbackUrl: '',
    serviceInboundUrl: '',
    inboundWebhookOnNumber: true,
    voiceUrl: `${base}/.redwood/functions/twilioVoice`,
    voiceStatusUrl: `${base}/.redwood/functions/twilioVoice?event=status`,
    voiceStatusEvents: 'completed',
    serviceStatusCallback: '',
    delays: {
      queued: 100,
      sending: 200,
      sent: 300,
      delivered: 900,
      later: 1500,
      speech: 400,
    },
    retryDelay: 100,
    maxConcurrentRequests: 0,
    forwardOptOuts: true,
    advancedOptOut: false,
    receivingFirst: false,
    inboundThroughService: false,
    serviceWithFromStarts: 'accepted',
    sendingCallback: false,
    fetchMedia: true,
    whatsappWindow: false,
  }
}

export type SettingsChange = Partial<Omit<Settings, 'delays'>> & {
  delays?: Partial<Settings['delays']>
}

export class InvalidSetting extends Error {
  readonly statusCode = 400
}

/** The settings with `change` in them. Throws `InvalidSetting` for what is no setting, or of another type. */
export function changeSettings(
  settings: Settings,
  change: SettingsChange
): Settings {
  const { delays = {}, ...rest } = change ?? {}
  if (typeof delays !== 'object' || delays === null) {
    throw new InvalidSetting("'delays' must be an object")
  }
  refuseStrangers(settings, rest)
  refuseStrangers(settings.delays, delays)
  return {
    ...settings,
    ...rest,
    delays: { ...settings.delays, ...delays },
  }
}

function refuseStrangers(known: object, change: object) {
  for (const [name, value] of Object.entries(change)) {
    const present = (known as Record<string, unknown>)[name]
    if (present === undefined) {
      throw new InvalidSetting(`There is no setting '${name}'`)
    }
    if (typeof value !== typeof present) {
      throw new InvalidSetting(`'${name}' must be a ${typeof present}`)
    }
    if (typeof value === 'number' && !(value >= 0 && value <= 86_400_000)) {
      throw new InvalidSetting(`'${name}' must be from 0 to 86400000`)
    }
    if (
      name === 'serviceWithFromStarts' &&
      !['accepted', 'queued'].includes(String(value))
    ) {
      throw new InvalidSetting(`'${name}' must be accepted or queued`)
    }
  }
}
