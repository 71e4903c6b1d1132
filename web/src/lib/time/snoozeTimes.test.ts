import { snoozeTimes } from './snoozeTimes'

const times = (day: number, hour: number, minute = 0) =>
  snoozeTimes(new Date(2026, 2, day, hour, minute)).map(({ name, until }) => [
    name,
    until,
  ])

const TOMORROW = ['Tomorrow', new Date(2026, 2, 14, 9)]
const NEXT_WEEK = ['Next week', new Date(2026, 2, 16, 9)]

it.each([
  [
    'a Friday, 8:20',
    times(13, 8, 20),
    [
      ['Later today', new Date(2026, 2, 13, 11)],
      ['This evening', new Date(2026, 2, 13, 18)],
      TOMORROW,
      NEXT_WEEK,
    ],
  ],
  [
    'a Friday, 16:30',
    times(13, 16, 30),
    [['Later today', new Date(2026, 2, 13, 19)], TOMORROW, NEXT_WEEK],
  ],
  ['a Friday, 22:00', times(13, 22), [TOMORROW, NEXT_WEEK]],
  ['a Sunday, 22:00', times(15, 22), [['Tomorrow', new Date(2026, 2, 16, 9)]]],
])('offers on %s what is still ahead', (_, offered, expected) => {
  expect(offered).toEqual(expected)
})
