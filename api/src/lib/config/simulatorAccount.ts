/**
 * The account that the Twilio simulator has. Public, so worthless: `config` uses it in development and
 * tests only, and refuses it in production.
 */
export const SIMULATOR_ACCOUNT = {
  accountSid: 'AC5111a10000000000000000000000c0de',
  authToken: '5111a1000000000000000000000070ce',
  phoneNumber: '+15005550006',
} as const
