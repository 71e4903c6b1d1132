import { act, renderHook } from '@redwoodjs/testing/web'

import { useIsSettled } from './useIsSettled'

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  jest.useRealTimers()
})

it('takes what is there from the start for settled, and what changed when it has been seen', () => {
  const { result, rerender } = renderHook(useIsSettled, {
    initialProps: 'OPEN',
  })
  expect(result.current).toEqual(true)

  rerender('ARCHIVED')
  expect(result.current).toEqual(false)
  act(() => jest.advanceTimersByTime(599))
  expect(result.current).toEqual(false)
  act(() => jest.advanceTimersByTime(1))
  expect(result.current).toEqual(true)
})
