import { aConsentEvent } from 'src/testing/fixtures'

import { describeConsent } from './describeConsent'

it.each([
  [{}, 'Opted out: wrote STOP'],
  [{ allowed: true, word: 'START' }, 'Opted in again: wrote START'],
  [{ allowed: null, word: 'HELP' }, 'Asked for help: wrote HELP'],
  [
    { source: 'OPT_OUT_TYPE', word: 'Basta' },
    'Opted out: wrote “Basta”, as Twilio told us',
  ],
  [
    { source: 'REFUSAL', word: null },
    'Opted out: Twilio refused a message (21610)',
  ],
  [{ source: 'OPERATOR', word: null, by: 'Ada' }, 'Opted out: by Ada'],
  [{ source: 'OPERATOR', word: null }, 'Opted out: by a colleague'],
])('%j is %p', (over, words) => {
  expect(describeConsent(aConsentEvent(over))).toEqual(words)
})
