import { functionUrl, RETRY_OVERRIDES } from 'src/lib/twilio/callbackUrl'

/** What Twilio is to call for what. */
export const expectedUrls = () => ({
  MESSAGES: functionUrl('twilioMessage') + RETRY_OVERRIDES,
  CALLS: functionUrl('twilioVoice'),
  CALL_STATUS: functionUrl('twilioVoice', '?event=status') + RETRY_OVERRIDES,
  // Conversations know no connection overrides.
  CONVERSATIONS: functionUrl('twilioConversations'),
})

export type SetupPurpose = keyof ReturnType<typeof expectedUrls>
