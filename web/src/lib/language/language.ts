import { i18n } from '@lingui/core'

import { settings } from 'src/lib/settings/settings'

import { LANGUAGES } from './languages'

const isKnown = (code: string) => LANGUAGES.some((known) => known.code === code)

/** What was chosen, or else the first of the browser's that we have. */
const wanted = () =>
  [settings.get().language ?? '', ...navigator.languages]
    .map((code) => code.slice(0, 2))
    .find(isKnown) ?? 'en'

type Catalog = () => Promise<Record<string, string>>

const CATALOGS: Record<string, Catalog> = {
  de: async () => (await import('./german')).default,
}

/** What administrators' pages say besides: most people never see them. */
const CATALOGS_FOR_ADMINISTRATORS: Record<string, Catalog> = {
  de: async () => (await import('./germanForAdministrators')).default,
}

let isForAdministrators = false
/** What is shown, or was tried in vain. */
let shown = 'en'

const wish = () => {
  const locale = wanted()
  return isForAdministrators && locale in CATALOGS_FOR_ADMINISTRATORS
    ? `${locale} for administrators`
    : locale
}

const load = (locale: string) =>
  Promise.all([
    CATALOGS[locale]?.(),
    isForAdministrators && CATALOGS_FOR_ADMINISTRATORS[locale]?.(),
  ])

/** Shows the language that is wanted. Resolves when it is there. */
async function follow() {
  const wished = wish()
  if (wished === shown) {
    return
  }
  const locale = wanted()
  const catalogs = await load(locale)
  // Another may have been chosen meanwhile.
  if (wished === wish()) {
    shown = wished
    i18n.loadAndActivate({ locale, messages: Object.assign({}, ...catalogs) })
    document.documentElement.lang = locale
  }
}

/** The language of all texts. A catalog is loaded when its language is wanted. */
export const language = {
  get: () => i18n.locale,
  /** Another object whenever texts may be others. */
  messages: () => i18n.messages,
  subscribe: (listener: () => void) => i18n.on('change', listener),
  /** Shows the language of the settings from now on. Without its catalog the page stays in the one that it has. */
  start() {
    const go = () => follow().catch(() => {})
    settings.subscribe(() => void go())
    return go()
  },
  /** Whether administrators' pages have all of their words. */
  isForAdministrators: () =>
    wish() === shown &&
    (isForAdministrators || !(wanted() in CATALOGS_FOR_ADMINISTRATORS)),
  /** Fetches the words of administrators' pages. Resolves when they are there, or can't be fetched. */
  completeForAdministrators() {
    isForAdministrators = true
    return follow().catch(() => {})
  },
}
