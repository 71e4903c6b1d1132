const canonical = (tag: string): string[] => {
  try {
    return Intl.getCanonicalLocales(tag)
  } catch {
    return []
  }
}

/**
 * What the browser speaks, as `Intl` takes it. Chromium may say what `Intl` throws at: where the machine's language is C,
 * as in many containers, it is `en-US@posix`.
 */
export const browserLocale = (): string =>
  [navigator.language, ...navigator.languages].flatMap((tag) =>
    canonical(tag.split('@')[0])
  )[0] ?? 'en'
