/** Twilio takes no longer body: https://www.twilio.com/docs/errors/21617 */
export const BODY_LIMIT = 1600
