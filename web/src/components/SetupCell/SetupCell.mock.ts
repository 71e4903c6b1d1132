import type { SelfTestFields, SetupQuery } from 'types/graphql'

type Sender = SetupQuery['setup']['senders'][number]
type Url = Sender['urls'][number]

const MESSAGES =
  'https://inbox.example.com/.redwood/functions/twilioMessage#rc=5&rp=all'

export const aUrl = (over: Partial<Url> = {}): Url => ({
  __typename: 'SetupUrl',
  purpose: 'MESSAGES',
  place: 'Active numbers › A message comes in',
  expected: MESSAGES,
  current: MESSAGES,
  state: 'SET',
  note: null,
  ...over,
})

export const aSender = (over: Partial<Sender> = {}): Sender => ({
  __typename: 'SetupSender',
  address: '+15005550006',
  name: 'Main number',
  kind: 'PHONE_NUMBER',
  urls: [aUrl()],
  ...over,
})

export const standard = (
  over: Partial<SetupQuery['setup']> = {}
): SetupQuery => ({
  setup: {
    __typename: 'Setup',
    publicOrigin: 'https://inbox.example.com',
    isReachable: true,
    accountSid: 'AC1',
    senders: [aSender()],
    ...over,
  },
})

type Step = SelfTestFields['steps'][number]

const AT = '2026-03-03T10:00:00.000Z'

export const aStep = (step: Step['step'], over: Partial<Step> = {}): Step => ({
  __typename: 'SelfTestStep',
  step,
  state: 'DONE',
  at: AT,
  milliseconds: 400,
  problem: null,
  ...over,
})

export const waiting = {
  state: 'WAITING',
  at: null,
  milliseconds: null,
} as const

export const aSelfTest = (
  over: Partial<SelfTestFields> = {}
): SelfTestFields => ({
  __typename: 'SelfTest',
  isOver: false,
  simulatorUrl: null,
  message: {
    __typename: 'Message',
    id: 'm1',
    to: '+14155550101',
    conversation: { __typename: 'Conversation', id: 'c1' },
  },
  steps: [
    aStep('CREATED'),
    aStep('CALLED_BACK', waiting),
    aStep('DELIVERED', waiting),
    aStep('ANSWERED', waiting),
  ],
  ...over,
})
