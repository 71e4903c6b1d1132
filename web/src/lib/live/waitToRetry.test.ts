import { retryDelay, waitToRetry } from './waitToRetry'

describe('retryDelay', () => {
  it('doubles, and stays between a quarter of a second and five seconds', () => {
    expect(retryDelay(0, () => 0)).toBe(250)
    expect(retryDelay(1, () => 0)).toBe(500)
    expect(retryDelay(2, () => 1)).toBe(2000)
    expect(retryDelay(1000, () => 1)).toBe(5_000)
  })

  it('differs from tab to tab', () => {
    expect(retryDelay(9, () => 0.1)).not.toBe(retryDelay(9, () => 0.9))
  })
})

describe('waitToRetry', () => {
  it('ends at once when the network is back', async () => {
    const waiting = waitToRetry(20, new AbortController().signal)
    window.dispatchEvent(new Event('online'))
    await expect(waiting).resolves.toBeUndefined()
  })

  it('ends at once when somebody looks again', async () => {
    const waiting = waitToRetry(20, new AbortController().signal)
    document.dispatchEvent(new Event('visibilitychange'))
    await expect(waiting).resolves.toBeUndefined()
  })

  it('ends at once when nobody wants it any more', async () => {
    const control = new AbortController()
    const waiting = waitToRetry(20, control.signal)
    control.abort()
    await expect(waiting).resolves.toBeUndefined()
  })
})
