import type {
  SelfTestFields,
  SetupPurpose,
  SetupSenderKind,
  SetupState,
} from 'types/graphql'

import type { Text } from 'src/lib/language/t'

export const PURPOSES = {
  MESSAGES: 'Inbound messages',
  CALLS: 'Calls',
  CALL_STATUS: 'What becomes of calls',
  CONVERSATIONS: 'Conversations events',
} satisfies Record<SetupPurpose, Text>

export const KINDS = {
  PHONE_NUMBER: 'Number',
  MESSAGING_SERVICE: 'Messaging Service',
  CONVERSATIONS: 'Conversations service',
  OTHER: 'Sender',
} satisfies Record<SetupSenderKind, Text>

export const STATES = {
  SET: 'Set',
  OTHER: 'Set otherwise',
  MISSING: 'Not set',
  UNKNOWN: 'Not known',
} satisfies Record<SetupState, Text>

type Step = SelfTestFields['steps'][number]

/** What each step of the self-test is: waited for, done, or never reached where the test is over. */
export const STEPS = {
  CREATED: {
    waits: 'Handing the message to Twilio',
    done: 'Twilio took the message',
    missed: 'Twilio did not take the message',
  },
  CALLED_BACK: {
    waits: 'Waiting for Twilio’s first report',
    done: 'Twilio reported back to us',
    missed: 'No report came',
  },
  DELIVERED: {
    waits: 'Waiting for the delivery',
    done: 'The phone has the message',
    missed: 'Not delivered',
  },
  ANSWERED: {
    waits: 'Waiting for an answer from the phone',
    done: 'The answer arrived here',
    missed: 'No answer',
  },
} satisfies Record<Step['step'], { waits: Text; done: Text; missed: Text }>
