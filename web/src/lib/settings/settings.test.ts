import { storage } from 'src/lib/storage'

import { settings } from './settings'
import type { Settings } from './settings'

const fromServer = (over: Partial<Settings>): Settings => ({
  ...settings.get(),
  ...over,
})

describe('the settings', () => {
  afterEach(() => settings.change({ theme: 'SYSTEM', density: 'COMFORTABLE' }))

  it('are kept for the next load of the page', () => {
    settings.change({ theme: 'DARK' })
    expect(JSON.parse(storage.get('settings') ?? '')).toMatchObject({
      theme: 'DARK',
    })
  })

  it('take what came with the session once, and not over what was chosen since', () => {
    const session = fromServer({ theme: 'DARK' })
    settings.adopt(session)
    expect(settings.get().theme).toBe('DARK')
    settings.change({ theme: 'LIGHT' })
    settings.adopt(session)
    expect(settings.get().theme).toBe('LIGHT')
    settings.adopt(fromServer({ theme: 'SYSTEM' }))
    expect(settings.get().theme).toBe('SYSTEM')
  })

  it('follow another tab of the browser', () => {
    storage.set('settings', JSON.stringify(fromServer({ density: 'COMPACT' })))
    window.dispatchEvent(
      new StorageEvent('storage', { key: storage.keyOf('settings') })
    )
    expect(settings.get().density).toBe('COMPACT')
  })
})
