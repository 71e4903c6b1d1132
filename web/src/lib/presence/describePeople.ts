import { language } from 'src/lib/language/language'
import { t } from 'src/lib/language/t'
import { userName } from 'src/lib/userName'

import type { Person } from './people'

/** "Ada is typing…", "Ada and Bob are looking"; those who type are worth more words than those who look. */
export function describePeople(people: readonly Person[]): string {
  const typing = people.filter(({ isTyping }) => isTyping)
  const told = typing.length > 0 ? typing : people
  if (told.length === 0) {
    return ''
  }
  const names = told.map(({ user }) => userName(user))
  const who =
    names.length > 3
      ? [...names.slice(0, 2), t('{count} others', { count: names.length - 2 })]
      : names
  const values = {
    count: names.length,
    names: new Intl.ListFormat(language.get()).format(who),
  }
  return typing.length > 0
    ? t('{names} {count, plural, one {is} other {are}} typing…', values)
    : t('{names} {count, plural, one {is} other {are}} looking', values)
}
