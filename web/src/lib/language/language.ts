import { i18n } from '@lingui/core'

import { settings } from 'src/lib/settings/settings'

import { LANGUAGES } from './languages'

const isKnown = (code: string) => LANGUAGES.some((known) => known.code === code)

/** What was chosen, or else the first of the browser's that we have. */
const wanted = () =>
  [settings.get().language ?? '', ...navigator.languages]
    .map((code) => code.slice(0, 2))
    .find(isKnown) ?? 'en'

const CATALOGS: Record<string, () => Promise<Record<string, string>>> = {
  en: async () => ({}),
  de: async () => (await import('./german')).default,
}

/** Shows the language that is wanted. Resolves when it is there. */
async function follow() {
  const locale = wanted()
  if (locale === i18n.locale) {
    return
  }
  const messages = (await CATALOGS[locale]?.()) ?? {}
  // Another may have been chosen meanwhile.
  if (locale === wanted()) {
    i18n.loadAndActivate({ locale, messages })
    document.documentElement.lang = locale
  }
}

/** The language of all texts. A catalog is loaded when its language is wanted. */
export const language = {
  get: () => i18n.locale,
  subscribe: (listener: () => void) => i18n.on('change', listener),
  /** Shows the language of the settings from now on. Without its catalog the page stays in the one that it has. */
  start() {
    const go = () => follow().catch(() => {})
    settings.subscribe(() => void go())
    return go()
  },
}
