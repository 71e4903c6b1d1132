import { lazyLibrary } from './lazyLibrary'

describe('lazyLibrary', () => {
  it('loads once, and tells who waits', async () => {
    const load = jest.fn().mockResolvedValue('it')
    const library = lazyLibrary<string>(load)
    const told = jest.fn()
    library.subscribe(told)
    expect(library.get()).toBeNull()
    await Promise.all([library.load(), library.load()])
    expect(library.get()).toBe('it')
    expect(load).toHaveBeenCalledTimes(1)
    expect(told).toHaveBeenCalledTimes(1)
  })

  it('tells nobody who has gone', async () => {
    const library = lazyLibrary(async () => 'it')
    const told = jest.fn()
    library.subscribe(told)()
    await library.load()
    expect(told).not.toHaveBeenCalled()
  })

  it('tries again after a load that failed', async () => {
    const load = jest.fn().mockRejectedValueOnce(new Error('offline'))
    const library = lazyLibrary<string>(load.mockResolvedValue('it'))
    await expect(library.load()).rejects.toThrow('offline')
    expect(await library.load()).toBe('it')
  })
})
