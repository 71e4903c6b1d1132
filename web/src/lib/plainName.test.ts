import { contactName } from './contactName'
import { plainName } from './plainName'
import { userName } from './userName'

it('turns nothing around it, and stays what it is', () => {
  expect(plainName(' \u202eMaya\u2066 ')).toEqual('Maya')
  expect(plainName('\u05de\u05d0\u05d9\u05d4')).toEqual(
    '\u05de\u05d0\u05d9\u05d4'
  )
  expect(plainName(null)).toEqual('')
})

it('is what contacts and colleagues are called by, or else what they are reached by', () => {
  expect(contactName({ name: '\u202eayaM', address: '+14155550123' })).toEqual(
    'ayaM'
  )
  expect(
    contactName({ name: '\u202e', address: '+14155550123' })
  ).not.toContain('\u202e')
  expect(userName({ name: 'A\u202eda', email: 'ada@example.com' })).toEqual(
    'Ada'
  )
  expect(userName({ name: '\u202e', email: 'ada@example.com' })).toEqual(
    'ada@example.com'
  )
})
