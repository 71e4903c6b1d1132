import { readSegments } from './readSegments'

describe('readSegments', () => {
  it.each([
    ['x'.repeat(160), 1],
    ['x'.repeat(161), 2],
    ['x'.repeat(307), 3],
    // Each of these is two septets.
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
  ])('counts %# in GSM-7', (text, count) => {
    expect(readSegments(text)).toEqual({ count, encoding: 'GSM-7' })
  })

  it('names the first character that makes it more', () => {
    expect(readSegments(`It’s – ${'x'.repeat(90)}`)).toEqual({
      count: 2,
      encoding: 'UCS-2',
      forcing: { character: '’', countWithout: 1 },
    })
  })

  it('names a whole emoji, however many code points it has', () => {
    expect(readSegments('Hello 👨‍👩‍👧')).toEqual({
      count: 1,
      encoding: 'UCS-2',
      forcing: { character: '👨‍👩‍👧', countWithout: 1 },
    })
  })

  it('is nothing for no text', () => {
    expect(readSegments('')).toMatchObject({ encoding: 'GSM-7' })
  })
})
