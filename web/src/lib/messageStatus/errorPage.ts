/** Twilio's own page about an error code. */
export const errorPage = (code: number) =>
  `https://www.twilio.com/docs/api/errors/${code}`
