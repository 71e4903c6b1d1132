import { aConnection, aConversation, aMessage } from 'src/testing/fixtures'

const failed = (over: Parameters<typeof aMessage>[0]) => ({
  ...aMessage({
    status: 'UNDELIVERED',
    errorCode: 30003,
    errorMessage: 'The phone is off.',
    canRetry: true,
    ...over,
  }),
  conversation: aConversation(),
})

export const standard = () => ({
  failedMessages: aConnection('Message', [
    failed({ id: 'f1', body: 'First' }),
    failed({
      id: 'f2',
      body: 'Second',
      canRetry: false,
      errorMessage: 'It is a landline.',
    }),
  ]),
})
