import { renderHook } from '@redwoodjs/testing/web'

import { useTitle } from './useTitle'

describe('useTitle', () => {
  it.each([
    [0, 'Inbox – Heliograph'],
    [3, '(3) Inbox – Heliograph'],
    [120, '(99+) Inbox – Heliograph'],
  ])('shows %i unread conversations as %s', (unread, title) => {
    renderHook(() => useTitle('Inbox', unread))
    expect(document.title).toBe(title)
  })
})
