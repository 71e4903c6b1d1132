import { nextSpan, toKept, toShown } from './spans'

const span = (from: string, to: string) => ({ weekday: 1, from, to })

it('midnight ends a day', () => {
  expect(toKept(span('18:00', '00:00'))).toEqual(span('18:00', '24:00'))
  expect(toShown(span('18:00', '24:00'))).toEqual(span('18:00', '00:00'))
  expect(toKept(span('00:00', '08:00'))).toEqual(span('00:00', '08:00'))
})

it('another span comes after the last one of its day', () => {
  expect(nextSpan([], 1)).toEqual(span('09:00', '17:00'))
  expect(nextSpan([span('08:00', '12:00')], 1)).toEqual(span('12:00', '22:00'))
  expect(nextSpan([span('08:00', '12:00')], 2)).toMatchObject({
    weekday: 2,
    from: '09:00',
  })
  expect(nextSpan([span('20:00', '02:00')], 1)).toEqual(span('09:00', '17:00'))
})
