import { useSyncExternalStore } from 'react'

import { language } from 'src/lib/language/language'

/** What uses this is shown anew where another language is chosen, or more of its words have come. */
export const useLanguage = () =>
  void useSyncExternalStore(language.subscribe, language.messages)
