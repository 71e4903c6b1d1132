import { rankByName } from './rankByName'

const named = (...names: string[]) => names.map((name) => ({ name }))

it.each([
  ['', ['Delivery', 'Élan', 'VIP delivery']],
  ['deli', ['Delivery', 'VIP delivery']],
  ['elan', ['Élan']],
  [' VIP ', ['VIP delivery']],
  ['x', []],
])('finds by %p: %p', (typed, found) => {
  const items = named('Delivery', 'Élan', 'VIP delivery')
  expect(rankByName(items, typed)).toEqual(named(...found))
})

it('puts what begins with it first', () => {
  expect(rankByName(named('Not VIP', 'VIP'), 'vip')).toEqual(
    named('VIP', 'Not VIP')
  )
})
