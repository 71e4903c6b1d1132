import { describePlace } from './describePlace'

it.each([
  [
    { city: 'SAN FRANCISCO', state: 'CA', zip: '94102', country: 'US' },
    'San Francisco, CA 94102, US',
  ],
  [{ city: 'BADEN-BADEN', country: 'DE' }, 'Baden-Baden, DE'],
  [{ state: 'CA', country: 'US' }, 'CA, US'],
  [{ city: null, state: '', zip: null, country: null }, ''],
])('%j is "%s"', (place, words) => {
  expect(describePlace(place)).toEqual(words)
})
