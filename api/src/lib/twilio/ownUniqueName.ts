/** What a conversation that we start is called at Twilio, besides its name: for programs, never for people. */
const PREFIX = 'heliograph-'

export const ownUniqueName = (key: string) => PREFIX + key

export const isOwnName = (uniqueName: string) => uniqueName.startsWith(PREFIX)
