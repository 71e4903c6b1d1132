import { fittingLabels } from './fittingLabels'

it.each([
  [[], 0],
  [['VIP', 'Press', 'Refund'], 3],
  [['VIP', 'Press', 'Refund', 'Invoice', 'Delivery'], 4],
  [['x'.repeat(50), 'VIP', 'Press'], 2],
  [['x'.repeat(50), 'y'.repeat(50)], 1],
])('of %p fit %i', (names, count) => {
  const labels = names.map((name) => ({ name }))
  expect(fittingLabels(labels, 34)).toEqual(labels.slice(0, count))
})

it('shows one where there is room for none', () => {
  expect(fittingLabels([{ name: 'VIP' }], 0)).toHaveLength(1)
})
