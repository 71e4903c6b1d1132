/**
 * Where to go after logging in: a path of this page, and nothing that leads elsewhere.
 * `//elsewhere.example` and `/\elsewhere.example` are addresses of other hosts to a browser.
 */
export const safeRedirect = (to: string | undefined): string =>
  to && /^\/(?![/\\])/.test(to) && !to.startsWith('/login') ? to : '/inbox/open'
