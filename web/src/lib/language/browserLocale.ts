/** Without what POSIX puts behind it; none where it is no tag at all. */
const canonical = (tag: string): string[] => {
  try {
    return Intl.getCanonicalLocales(tag.replace(/@.*/, ''))
  } catch {
    return []
  }
}

/**
 * What the browser speaks, as `Intl` takes it. Chromium may say what `Intl` throws at: where the machine's language is C,
 * as in many containers, it is `en-US@posix`.
 */
export const browserLocale = (): string =>
  [navigator.language, ...navigator.languages].flatMap(canonical)[0] ?? 'en'
