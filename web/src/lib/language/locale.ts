import { settings } from 'src/lib/settings/settings'

/** The language of dates and numbers, as `Intl` takes it. The browser also knows the country, where it is the same one. */
export const locale = (): string => {
  const { language } = settings.get()
  const [own] = navigator.language.split('-')
  return !language || language === own ? navigator.language : language
}
