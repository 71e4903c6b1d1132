import { settings } from 'src/lib/settings/settings'

import { browserLocale } from './browserLocale'

/** The language of dates and numbers, as `Intl` takes it. The browser also knows the country, where it is the same one. */
export const locale = (): string => {
  const { language } = settings.get()
  const own = browserLocale()
  return !language || language === own.split('-')[0] ? own : language
}
