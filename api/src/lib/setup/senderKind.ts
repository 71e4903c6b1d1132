/** What an address of ours is at Twilio, which decides where its webhooks are set. */
export type SetupSenderKind =
  | 'PHONE_NUMBER'
  | 'MESSAGING_SERVICE'
  | 'CONVERSATIONS'
  | 'OTHER'

/** A short code or a name is what is left: Twilio has no list of their webhooks. */
export function senderKind(address: string): SetupSenderKind {
  if (address.startsWith('+')) {
    return 'PHONE_NUMBER'
  }
  if (/^MG[0-9a-fA-F]{32}$/.test(address)) {
    return 'MESSAGING_SERVICE'
  }
  return /^IS[0-9a-fA-F]{32}$/.test(address) ? 'CONVERSATIONS' : 'OTHER'
}
