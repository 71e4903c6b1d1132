import { act, renderHook } from '@redwoodjs/testing/web'

import { storage } from 'src/lib/storage'
import { theme } from 'src/lib/theme'

import { usePaintedTheme, useTheme } from './useTheme'

const painted = () => document.documentElement.dataset.theme

describe('the theme', () => {
  let systemIsDark = false
  let tell = () => {}

  const turn = (isDark: boolean) =>
    act(() => {
      systemIsDark = isDark
      tell()
    })

  beforeEach(() => {
    systemIsDark = false
    theme.choose('system')
    window.matchMedia = ((query: string) => ({
      matches: systemIsDark && query.includes('dark'),
      addEventListener: (_type: string, listener: () => void) => {
        tell = listener
      },
      removeEventListener: () => {},
    })) as never
  })

  it('follows the system as it changes, until somebody chooses', () => {
    renderHook(usePaintedTheme)
    expect(painted()).toBe('light')
    turn(true)
    expect(painted()).toBe('dark')
    act(() => theme.choose('light'))
    expect(painted()).toBe('light')
    turn(false)
    turn(true)
    expect(painted()).toBe('light')
    act(() => theme.choose('system'))
    expect(painted()).toBe('dark')
  })

  it('is kept in this browser, and forgotten for the system’s', () => {
    const { result } = renderHook(useTheme)
    act(() => theme.choose('dark'))
    expect([result.current, storage.get('theme')]).toEqual(['dark', 'dark'])
    act(() => theme.choose('system'))
    expect([result.current, storage.get('theme')]).toEqual(['system', null])
  })
})
