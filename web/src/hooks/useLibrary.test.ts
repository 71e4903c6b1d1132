import { act, renderHook, waitFor } from '@redwoodjs/testing/web'

import { lazyLibrary } from 'src/lib/lazyLibrary'

import { useLibrary } from './useLibrary'

const use = (load: () => Promise<string>, isWanted = true) => {
  const lazy = lazyLibrary(load)
  return renderHook((wanted: boolean) => useLibrary(lazy, wanted), {
    initialProps: isWanted,
  })
}

describe('useLibrary', () => {
  it('loads what is wanted, and not before', async () => {
    const load = jest.fn(async () => 'it')
    const { result, rerender } = use(load, false)
    expect(load).not.toHaveBeenCalled()
    rerender(true)
    await waitFor(() => expect(result.current.library).toBe('it'))
    expect(result.current.hasFailed).toBe(false)
  })

  it('says that it did not come, and tries again when asked', async () => {
    const load = jest.fn(async () => 'it')
    load.mockRejectedValueOnce(new Error('offline'))
    const { result } = use(load)
    await waitFor(() => expect(result.current.hasFailed).toBe(true))
    expect(result.current.library).toBeNull()
    act(() => result.current.retry())
    await waitFor(() => expect(result.current.library).toBe('it'))
    expect(result.current.hasFailed).toBe(false)
  })
})
