import { settings } from 'src/lib/settings/settings'

import { browserLocale } from './browserLocale'
import { locale } from './locale'

const speaks = (language: string, ...more: string[]) => {
  const languages = [language, ...more]
  jest.spyOn(navigator, 'language', 'get').mockReturnValue(language)
  jest.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)
}

afterEach(() => {
  jest.restoreAllMocks()
  settings.change({ language: null })
})

it.each([
  ['de-CH', 'fr', 'de-CH'],
  // Chromium, where LANG is C.
  ['en-US@posix', 'en-US@posix', 'en-US'],
  ['', 'de', 'de'],
  ['not a language', 'de', 'de'],
  ['x', '', 'en'],
])('of %j and %j, %s is what Intl takes', (first, second, expected) => {
  speaks(first, second)
  expect(browserLocale()).toEqual(expected)
  expect(() => new Intl.NumberFormat(locale())).not.toThrow()
})

it('a language that was chosen has the browser’s country where it is the browser’s', () => {
  speaks('en-GB@euro')
  settings.change({ language: 'en' })
  expect(locale()).toEqual('en-GB')
  settings.change({ language: 'de' })
  expect(locale()).toEqual('de')
})
