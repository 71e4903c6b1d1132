import { createTeller } from './whereabouts'

let said: string[]
let teller: ReturnType<typeof createTeller>
const visibility = jest.spyOn(document, 'visibilityState', 'get')

beforeEach(() => {
  jest.useFakeTimers()
  visibility.mockReturnValue('visible')
  const own: string[] = []
  said = own
  teller = createTeller(({ conversationId, isTyping }) =>
    own.push(`${conversationId ?? 'nowhere'}${isTyping ? ' typing' : ''}`)
  )
})

afterEach(() => {
  teller.leave()
  jest.useRealTimers()
})

const later = (ms: number) => jest.advanceTimersByTime(ms)

it('says nothing of rows that one only goes through', () => {
  teller.look('c1')()
  teller.look('c2')
  later(300)
  expect(said).toEqual(['c2'])
})

it('repeats where one is, now and then', () => {
  teller.look('c1')
  later(31_000)
  expect(said).toEqual(['c1', 'c1', 'c1'])
})

it('says that one types once for many keys, repeats it, and says when one pauses', () => {
  teller.look('c1')
  later(300)
  for (let key = 0; key < 40; key += 1) {
    teller.type(true)
    later(100)
  }
  expect(said).toEqual(['c1', 'c1 typing', 'c1 typing'])
  later(5_000)
  expect(said.slice(3)).toEqual(['c1 typing', 'c1'])
})

it('says at once that nothing is left of what was typed', () => {
  teller.look('c1')
  later(300)
  teller.type(true)
  teller.type(false)
  expect(said).toEqual(['c1', 'c1 typing', 'c1'])
})

it('is nowhere while nobody sees the tab, and there again when somebody does', () => {
  teller.look('c1')
  later(300)
  visibility.mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  later(60_000)
  visibility.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(said).toEqual(['c1', 'nowhere', 'c1'])
})

it('leaves at once with its page', () => {
  teller.look('c1')
  later(300)
  window.dispatchEvent(new Event('pagehide'))
  expect(said).toEqual(['c1', 'nowhere'])
})

it('says it again to a server that may have forgotten', () => {
  teller.look('c1')
  later(300)
  teller.repeat()
  expect(said).toEqual(['c1', 'c1'])
})
