export type OptOutType = 'STOP' | 'START' | 'HELP'

/** Twilio's default words: https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out */
const WORDS: Record<OptOutType, string[]> = {
  STOP: [
    'STOP',
    'STOPALL',
    'UNSUBSCRIBE',
    'CANCEL',
    'END',
    'QUIT',
    'REVOKE',
    'OPTOUT',
  ],
  START: ['START', 'UNSTOP', 'YES'],
  HELP: ['HELP', 'INFO'],
}

/** What Twilio answers by itself. */
export const AUTOMATIC_REPLIES: Record<OptOutType, string> = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
}

/** The kind of a message that is one of the words and nothing else, in whatever case. */
export function optOutTypeOf(body: string): OptOutType | null {
  const word = body.trim().toUpperCase()
  const found = Object.entries(WORDS).find(([, words]) => words.includes(word))
  return found ? (found[0] as OptOutType) : null
}
