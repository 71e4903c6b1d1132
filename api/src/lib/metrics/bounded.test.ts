import { bounded } from './bounded'

it('keeps a hundred values, and calls all that come later the same', () => {
  const name = bounded()
  const values = Array.from({ length: 300 }, (_, n) => String(n))
  const named = values.map(name)
  expect(new Set(named).size).toEqual(101)
  expect(named.slice(0, 100)).toEqual(values.slice(0, 100))
  expect(named[299]).toEqual('other')
  expect(values.map(name)).toEqual(named)
})
