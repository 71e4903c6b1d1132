import { locale } from 'src/lib/language/locale'

/** en-GB → British English, in the words of the browser's language; a code that it doesn't know stays. */
export const languageName = (code: string): string =>
  new Intl.DisplayNames(locale(), { type: 'language' }).of(code) ?? code
