import { fillIn } from './fillIn'

const BOTH = { name: 'Maya', agent: 'Ada' }
const NOBODY = { name: null, agent: null }

describe('fillIn', () => {
  it.each([
    ['Hello {name}, here is {agent}.', 'Hello Maya, here is Ada.'],
    ['{NAME} {name}', 'Maya Maya'],
    ['No {names} here, {} or { name }.', 'No {names} here, {} or { name }.'],
  ])('writes the names into %j', (text, filled) => {
    expect(fillIn(text, BOTH)).toBe(filled)
  })

  it.each([
    ['Hello {name}, your parcel is here.', 'Hello, your parcel is here.'],
    ['Hello {name}!', 'Hello!'],
    ['{name}, your parcel is here.', 'Your parcel is here.'],
    ['Yours,\n{agent}', 'Yours,\n'],
    ['Good news.\n{name}: élan', 'Good news.\nÉlan'],
    ['{name} {agent} came', ' came'],
    ['{name}', ''],
  ])('leaves no hole in %j where nobody is known', (text, filled) => {
    expect(fillIn(text, NOBODY)).toBe(filled)
  })

  it('takes a name of spaces for none', () => {
    expect(fillIn('Hello {name}!', { ...BOTH, name: '  ' })).toBe('Hello!')
  })

  it('takes names to the letter', () => {
    expect(fillIn('{name} and {agent}', { name: '{agent}', agent: '$&' })).toBe(
      '{agent} and $&'
    )
  })
})
