import { useSyncExternalStore } from 'react'

import { language } from 'src/lib/language/language'

/** The language of the page. What uses this is shown anew where another is chosen. */
export const useLanguage = () =>
  useSyncExternalStore(language.subscribe, language.get)
