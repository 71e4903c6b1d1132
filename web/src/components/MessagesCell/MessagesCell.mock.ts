import { aMessage, aThread } from 'src/testing/fixtures'

export const standard = () => ({
  messages: aThread([
    aMessage({
      id: 'm1',
      direction: 'INBOUND',
      status: 'RECEIVED',
      body: 'Where is my parcel?',
    }),
    aMessage({ id: 'm2', status: 'DELIVERED' }),
  ]),
})
