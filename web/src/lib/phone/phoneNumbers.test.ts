import { readNumber } from './phoneNumbers'

describe('readNumber', () => {
  it('reads a number with its country code', () => {
    expect(readNumber('+44 20 7946 0000')).toMatchObject({
      e164: '+442079460000',
      isPossible: true,
    })
  })

  it('reads a number without one as a number of our own country', () => {
    expect(readNumber('(415) 555-0101', '+15005550006')).toMatchObject({
      e164: '+14155550101',
    })
  })

  it.each(['', 'hello', '415 555 0101'])('finds none in %p', (text) => {
    expect(readNumber(text)).toBeNull()
  })

  it('tells what is too short to be one', () => {
    expect(readNumber('+1 415')).not.toMatchObject({ isPossible: true })
  })
})
