import { formatAddress } from './formatAddress'

describe('formatAddress', () => {
  it.each([
    ['+15005550006', '+1 500 555 0006'],
    ['+442079460000', '+44 207 946 0000'],
    ['+4915112345678', '+49 151 123 456 78'],
    ['+353861234567', '+353 861 234 567'],
    ['+79161234567', '+7 916 123 4567'],
  ])('writes %s as %s', (address, formatted) => {
    expect(formatAddress(address)).toBe(formatted)
  })

  it.each(['12345', 'HELIOGRAPH', '', '+12', '+1500555000600000'])(
    'leaves %p as it is',
    (address) => {
      expect(formatAddress(address)).toBe(address)
    }
  )

  it('loses no digit', () => {
    for (let length = 7; length <= 15; length += 1) {
      const address = `+${'4912345678901234'.slice(0, length)}`
      expect(formatAddress(address).replaceAll(' ', '')).toBe(address)
    }
  })
})
