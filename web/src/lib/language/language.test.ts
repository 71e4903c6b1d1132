import { waitFor } from '@redwoodjs/testing/web'

import { settings } from 'src/lib/settings/settings'
import { clockTime } from 'src/lib/time/time'

import { language } from './language'
import { count } from './number'
import { t } from './t'

const messages = (count: number) =>
  t('{count, plural, one {# message} other {# messages}}', { count })

const choose = (code: string | null) => {
  settings.change({ language: code })
  return waitFor(() => expect(language.get()).toBe(code ?? 'en'))
}

describe('the language', () => {
  beforeAll(language.start)
  afterEach(() => choose(null))

  it('is English, without a catalog, as long as no other is wanted', () => {
    expect(language.get()).toBe('en')
    expect(t('Archive')).toBe('Archive')
  })

  it('is the one that was chosen, in texts, in plurals and in numbers', async () => {
    expect(messages(1)).toBe('1 message')
    expect(messages(1234)).toBe('1,234 messages')
    await choose('de')
    expect(t('Archive')).toBe('Archivieren')
    expect(messages(1)).toBe('1 Nachricht')
    expect(messages(0)).toBe('0 Nachrichten')
    expect(messages(1234)).toBe('1.234 Nachrichten')
    expect(count(1234.5)).toBe('1.234,5')
    expect(clockTime(new Date(2026, 2, 3, 14, 5))).toBe('14:05')
    expect(document.documentElement.lang).toBe('de')
  })
})
