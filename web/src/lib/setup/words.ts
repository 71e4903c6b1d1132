import type {
  SelfTestFields,
  SetupPurpose,
  SetupSenderKind,
  SetupState,
} from 'types/graphql'

export const PURPOSES: Record<SetupPurpose, string> = {
  MESSAGES: 'Inbound messages',
  CALLS: 'Calls',
  CALL_STATUS: 'What becomes of calls',
  CONVERSATIONS: 'Conversations events',
}

export const KINDS: Record<SetupSenderKind, string> = {
  PHONE_NUMBER: 'Number',
  MESSAGING_SERVICE: 'Messaging Service',
  CONVERSATIONS: 'Conversations service',
  OTHER: 'Sender',
}

export const STATES: Record<SetupState, string> = {
  SET: 'Set',
  OTHER: 'Set otherwise',
  MISSING: 'Not set',
  UNKNOWN: 'Not known',
}

type Step = SelfTestFields['steps'][number]

interface StepWords {
  waits: string
  done: string
  /** Where the test is over without it. */
  missed: string
}

/** What each step of the self-test is: waited for, done, or never reached. */
export const STEPS: Record<Step['step'], StepWords> = {
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
}
