import { aCallSettings } from 'src/testing/fixtures'

export const standard = () => ({
  callSettings: [
    aCallSettings(),
    aCallSettings({
      id: 'k2',
      address: '+15005550006',
      answer: 'SAY',
      text: 'Wir haben zu.',
      language: 'de-DE',
    }),
  ],
  spokenLanguages: ['en-US', 'en-GB', 'de-DE'],
})
