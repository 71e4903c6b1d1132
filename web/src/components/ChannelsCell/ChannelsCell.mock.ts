import { aChannel, aRule } from 'src/testing/fixtures'

export const standard = () => ({
  channels: [
    aChannel({
      openingHours: [
        { __typename: 'OpeningSpan', weekday: 1, from: '09:00', to: '17:00' },
      ],
      isOpen: false,
      autoReplies: [
        aRule({ id: 'a1', condition: 'KEYWORD', keywords: ['menu'] }),
        aRule({ id: 'a2', isEnabled: false }),
      ],
    }),
    aChannel({
      id: 'h2',
      address: '720123',
      name: 'Alerts',
      kinds: ['SMS'],
      isDefault: false,
    }),
  ],
})
