import { SIMULATOR_ACCOUNT } from '../../../api/src/lib/config/simulatorAccount'

/** The one Twilio account that a simulator has, and what belongs to it. */
export interface SimulatedAccount {
  /** `AC…` */
  accountSid: string
  /** Password of REST calls and key of every signature. */
  authToken: string
  /** The sender, E.164. Every channel of the account sends from it: SMS, MMS and WhatsApp. */
  phoneNumber: string
  /** `MG…`; its pool holds `phoneNumber`. */
  messagingServiceSid: string
  /** `IS…`: the default Conversations service. */
  conversationsServiceSid: string
  /** API keys that may call REST instead of the token: `SK…` to its secret. */
  apiKeys: Record<string, string>
}

/** So that a Messaging Service can be tried without naming one in the environment. */
const MESSAGING_SERVICE_SID = 'MG5111a10000000000000000000000c0de'

const CONVERSATIONS_SERVICE_SID = 'IS5111a10000000000000000000000c0de'

/** The account that the environment names, as the API reads it; what it leaves out is the simulator's. */
export function accountFromEnvironment(
  env: Record<string, string | undefined> = process.env
): SimulatedAccount {
  const keySid = env.TWILIO_API_KEY_SID
  const keySecret = env.TWILIO_API_KEY_SECRET
  return {
    accountSid: env.TWILIO_ACCOUNT_SID || SIMULATOR_ACCOUNT.accountSid,
    authToken: env.TWILIO_AUTH_TOKEN || SIMULATOR_ACCOUNT.authToken,
    phoneNumber: env.TWILIO_PHONE_NUMBER || SIMULATOR_ACCOUNT.phoneNumber,
    messagingServiceSid:
      env.TWILIO_MESSAGING_SERVICE_SID || MESSAGING_SERVICE_SID,
    conversationsServiceSid:
      env.TWILIO_CONVERSATIONS_SERVICE_SID || CONVERSATIONS_SERVICE_SID,
    apiKeys: keySid && keySecret ? { [keySid]: keySecret } : {},
  }
}
