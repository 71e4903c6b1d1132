import { throttle } from './throttle'

describe('throttle', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('acts at once, then at most once in a while, and never loses the last call', () => {
    const action = jest.fn()
    const call = throttle(action, 1000)
    call()
    expect(action).toHaveBeenCalledTimes(1)
    for (let n = 0; n < 50; n += 1) {
      call()
    }
    expect(action).toHaveBeenCalledTimes(1)
    jest.advanceTimersByTime(1000)
    expect(action).toHaveBeenCalledTimes(2)
    jest.advanceTimersByTime(10_000)
    expect(action).toHaveBeenCalledTimes(2)
    call()
    expect(action).toHaveBeenCalledTimes(3)
  })
})
