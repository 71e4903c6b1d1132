import { rankReplies } from './rankReplies'

const REPLIES = [
  { shortcut: 'late', text: 'We are open after hours, too.' },
  { shortcut: 'opening-hours', text: 'From 9 to 5.' },
  { shortcut: 'hours', text: 'From 9 to 5.' },
  { shortcut: 'address', text: 'Main St 1' },
]

const find = (query: string) =>
  rankReplies(REPLIES, query).map(({ shortcut }) => shortcut)

describe('rankReplies', () => {
  it('finds by the shortcut before the text, whatever the case', () => {
    expect(find('HOUR')).toEqual(['hours', 'opening-hours', 'late'])
  })

  it('lists all of them by shortcut for no query', () => {
    expect(find('')).toEqual(['address', 'hours', 'late', 'opening-hours'])
  })

  it('finds nothing for what stands nowhere', () => {
    expect(find('zzz')).toEqual([])
  })
})
