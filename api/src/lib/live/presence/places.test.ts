import { LOOKING_MS, Places, TYPING_MS } from './places'

let told: string[]
let places: Places
let now: number

beforeEach(() => {
  told = []
  now = 1_700_000_000_000
  places = new Places(
    (conversationId) => told.push(conversationId),
    () => now
  )
})

const later = (ms: number) => {
  now += ms
  places.expire()
}

const beat = (
  conversationId: string | null,
  { userId = 'ada', tab = 't1', isTyping = false } = {}
) => places.hear({ userId, tab, conversationId, isTyping })

const looking = (userId: string, isTyping = false) => ({ userId, isTyping })

it('tells once that somebody came, however often they say so', () => {
  beat('c1')
  beat('c1')
  expect(places.in('c1')).toEqual([looking('ada')])
  expect(places.all()).toEqual(['c1'])
  expect(told).toEqual(['c1'])
})

it('tells both conversations when somebody goes from one to the other', () => {
  beat('c1')
  beat('c2')
  expect(places.in('c1')).toEqual([])
  expect(places.in('c2')).toEqual([looking('ada')])
  expect(told).toEqual(['c1', 'c1', 'c2'])
})

it('forgets at once who leaves, and after a while who is heard no more', () => {
  beat('c1')
  beat('c1', { userId: 'bob' })
  beat(null)
  expect(places.in('c1')).toEqual([looking('bob')])
  later(LOOKING_MS - 1)
  beat('c1', { userId: 'bob' })
  later(LOOKING_MS - 1)
  expect(places.in('c1')).toEqual([looking('bob')])
  later(1)
  expect(places.all()).toEqual([])
  expect(told).toHaveLength(4)
})

it('tells that somebody types, and that they stopped, also where they do not say so', () => {
  beat('c1')
  beat('c1', { isTyping: true })
  expect(places.in('c1')).toEqual([looking('ada', true)])
  later(TYPING_MS)
  expect(places.in('c1')).toEqual([looking('ada')])
  expect(told).toHaveLength(3)
})

it('shows a person once, who has two tabs, until both are gone', () => {
  beat('c1', { tab: 't1', isTyping: true })
  beat('c1', { tab: 't2' })
  expect(places.in('c1')).toEqual([looking('ada', true)])
  beat(null, { tab: 't1' })
  expect(places.in('c1')).toEqual([looking('ada')])
  beat(null, { tab: 't2' })
  expect(places.in('c1')).toEqual([])
  expect(told).toHaveLength(3)
})

it('keeps twenty tabs of a person, the latest', () => {
  for (let n = 0; n < 25; n += 1) {
    beat(`c${n}`, { tab: `t${n}` })
  }
  beat('c1', { userId: 'bob' })
  expect(places.all()).toHaveLength(21)
  expect(places.in('c4')).toEqual([])
  expect(places.in('c5')).toEqual([looking('ada')])
})
