import { act, renderHook } from '@redwoodjs/testing/web'

import { useTheme } from './useTheme'

const painted = () => document.documentElement.dataset.theme

describe('useTheme', () => {
  let systemIsDark = false

  beforeEach(() => {
    localStorage.clear()
    systemIsDark = false
    window.matchMedia = ((query: string) => ({
      matches: systemIsDark && query.includes('dark'),
      addEventListener: () => {},
      removeEventListener: () => {},
    })) as never
  })

  it('follows the system until somebody chooses', () => {
    systemIsDark = true
    const { result } = renderHook(useTheme)
    expect(painted()).toBe('dark')
    act(() => result.current.choose('light'))
    expect(painted()).toBe('light')
  })

  it('remembers the choice, and forgets it for the system’s', () => {
    const first = renderHook(useTheme)
    act(() => first.result.current.choose('dark'))
    first.unmount()

    const second = renderHook(useTheme)
    expect([second.result.current.theme, painted()]).toEqual(['dark', 'dark'])
    act(() => second.result.current.choose('system'))
    expect([second.result.current.theme, painted()]).toEqual([
      'system',
      'light',
    ])
  })
})
