import { userName } from 'src/lib/userName'

import type { Person } from './people'

const LIST = new Intl.ListFormat('en', { type: 'conjunction' })

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
      ? [...names.slice(0, 2), `${names.length - 2} others`]
      : names
  const verb = names.length > 1 ? 'are' : 'is'
  return `${LIST.format(who)} ${verb} ${typing.length > 0 ? 'typing…' : 'looking'}`
}
