import { act, renderHook } from '@redwoodjs/testing/web'

import { settings } from 'src/lib/settings/settings'

import { usePaintedTheme } from './usePaintedTheme'

const painted = () => ({ ...document.documentElement.dataset })

describe('the look of the page', () => {
  let systemIsDark = false
  let tell = () => {}

  const turn = (isDark: boolean) =>
    act(() => {
      systemIsDark = isDark
      tell()
    })

  beforeEach(() => {
    systemIsDark = false
    settings.change({ theme: 'SYSTEM', density: 'COMFORTABLE' })
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
    expect(painted()).toMatchObject({ theme: 'light' })
    turn(true)
    expect(painted()).toMatchObject({ theme: 'dark' })
    act(() => settings.change({ theme: 'LIGHT' }))
    expect(painted()).toMatchObject({ theme: 'light' })
    turn(false)
    turn(true)
    expect(painted()).toMatchObject({ theme: 'light' })
    act(() => settings.change({ theme: 'SYSTEM' }))
    expect(painted()).toMatchObject({ theme: 'dark' })
  })

  it('is as dense as was chosen', () => {
    renderHook(usePaintedTheme)
    expect(painted()).toMatchObject({ density: 'comfortable' })
    act(() => settings.change({ density: 'COMPACT' }))
    expect(painted()).toMatchObject({ density: 'compact' })
  })
})
