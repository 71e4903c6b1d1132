const HOME = '/inbox/open'

/**
 * Where to go after logging in: a path of this page, and nothing that leads elsewhere.
 * `//elsewhere.example` and `/\elsewhere.example` are addresses of other hosts to a browser.
 */
export const safeRedirect = (to: string | undefined): string => {
  if (!to?.startsWith('/') || !URL.canParse(to, window.location.origin)) {
    return HOME
  }
  // As the browser reads it, which knows more ways to write another host than we do.
  const { origin, pathname, search, hash } = new URL(to, window.location.origin)
  return origin === window.location.origin && !pathname.startsWith('/login')
    ? pathname + search + hash
    : HOME
}
