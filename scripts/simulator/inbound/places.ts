import { parsePhoneNumberFromString } from 'libphonenumber-js'

import { countryOf } from '../account/addresses'

interface Place {
  city: string
  state: string
  zip: string
}

/** A few, to have something to show; Twilio itself often knows nothing and then sends empty values. */
const AREAS: Record<string, Place> = {
  '212': { city: 'NEW YORK', state: 'NY', zip: '10001' },
  '312': { city: 'CHICAGO', state: 'IL', zip: '60601' },
  '415': { city: 'SAN FRANCISCO', state: 'CA', zip: '94102' },
  '512': { city: 'AUSTIN', state: 'TX', zip: '78701' },
  '617': { city: 'BOSTON', state: 'MA', zip: '02108' },
}

const NOWHERE: Place = { city: '', state: '', zip: '' }

/** Where a number is from, as the `From…` and `To…` parameters of an inbound SMS say it. */
export function placeOf(number: string): Place & { country: string } {
  const national = parsePhoneNumberFromString(number)?.nationalNumber ?? ''
  const country = countryOf(number)
  const place = country === 'US' ? AREAS[national.slice(0, 3)] : undefined
  return { ...(place ?? NOWHERE), country }
}
