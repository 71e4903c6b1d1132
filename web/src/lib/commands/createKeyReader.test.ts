import { createKeyReader } from './createKeyReader'

const press = (key: string, over = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  keyCode: 0,
  timeStamp: 1000,
  ...over,
})

const read = (...presses: ReturnType<typeof press>[]) =>
  presses.map(createKeyReader()).pop()

describe('a key', () => {
  it.each([
    ['e', press('e')],
    ['e', press('E', { shiftKey: true })],
    ['?', press('?', { shiftKey: true })],
    ['mod+k', press('k', { metaKey: true })],
    ['mod+k', press('K', { ctrlKey: true })],
    [null, press('Shift')],
    [null, press('Enter')],
    [null, press('e', { altKey: true })],
    [null, press('e', { repeat: true })],
    [null, press('e', { isComposing: true })],
    [null, press('e', { keyCode: 229 })],
  ])('is %s', (keys, event) => {
    expect(read(event)).toBe(keys)
  })
})

describe('two keys', () => {
  it('are read together, also with a modifier between', () => {
    expect(read(press('g'), press('o'))).toBe('g o')
    expect(read(press('g'), press('Shift'), press('O'))).toBe('g o')
  })

  it('are read apart after a while, and after each other', () => {
    expect(read(press('g'), press('o', { timeStamp: 2600 }))).toBe('o')
    expect(read(press('g'), press('o'), press('u'))).toBe('u')
  })

  it('begin anew after a pair', () => {
    expect(read(press('g'), press('x'), press('g'), press('u'))).toBe('g u')
  })
})
