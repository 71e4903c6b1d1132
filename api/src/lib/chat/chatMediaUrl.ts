const MEDIA_CONTENT_SERVICE = 'https://mcs.us1.twilio.com'

/**
 * Where a file of a conversation is: at Twilio's media content service, behind the account's credentials.
 *
 * @see https://www.twilio.com/docs/conversations/media-support-conversations
 */
export const chatMediaUrl = (serviceSid: string, mediaSid: string) =>
  `${MEDIA_CONTENT_SERVICE}/v1/Services/${serviceSid}/Media/${mediaSid}/Content`
