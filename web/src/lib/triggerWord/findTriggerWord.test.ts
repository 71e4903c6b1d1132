import { findTriggerWord } from './findTriggerWord'

/** The caret stands where the text has a bar. */
const find = (text: string) =>
  findTriggerWord(text.replace('|', ''), text.indexOf('|'), '/')

describe('findTriggerWord', () => {
  it.each([
    ['/|', 0, ''],
    ['/hou|', 0, 'hou'],
    ['/ho|urs', 0, 'ho'],
    ['Hello /ho|', 6, 'ho'],
    ['Hello\n/|', 6, ''],
    ['/hou| and more', 0, 'hou'],
    ['/grö|', 0, 'grö'],
  ])('finds it in %j', (text, start, query) => {
    expect(find(text)).toEqual({ start, query })
  })

  it.each(['|', 'hours|', '|/hours', 'on 3/4|', 'https://|', 'and/or|'])(
    'finds none in %j',
    (text) => {
      expect(find(text)).toBeNull()
    }
  )

  it.each(['/hours |', '/hours\n|', 'and /or/|', '//|'])(
    'is over in %j',
    (text) => {
      expect(find(text)).toBeNull()
    }
  )
})

it('finds whom an at sign names, and no address', () => {
  expect(findTriggerWord('Ask @ad', 7, '@')).toEqual({ start: 4, query: 'ad' })
  expect(findTriggerWord('ada@example', 11, '@')).toBeNull()
  expect(findTriggerWord('/ad', 3, '@')).toBeNull()
})
