import { safeRedirect } from './safeRedirect'

describe('safeRedirect', () => {
  it('goes back to where one wanted to go', () => {
    expect(safeRedirect('/inbox/unread?q=maya')).toBe('/inbox/unread?q=maya')
  })

  it.each([
    undefined,
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n\\elsewhere.example',
    'elsewhere.example',
    '/../login',
    'javascript:alert(1)',
    '/login?redirectTo=/login',
  ])('goes to the inbox instead of to %p', (to) => {
    expect(safeRedirect(to)).toBe('/inbox/open')
  })
})
