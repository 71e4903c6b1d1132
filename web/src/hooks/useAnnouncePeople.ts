import { useEffect, useRef } from 'react'

import { announcer } from 'src/lib/announcer'
import { t } from 'src/lib/language/t'
import type { Person } from 'src/lib/presence/people'
import { userName } from 'src/lib/userName'

/** Who pauses and goes on typing, or looks away and back, is not worth saying twice. */
const SAID_FOR_MS = 60_000

/** Says aloud who comes and who begins to type, once a minute at most of each. */
export function useAnnouncePeople(people: readonly Person[]) {
  const said = useRef(new Map<string, number>())
  useEffect(() => {
    for (const { user, isTyping } of people) {
      const text = isTyping
        ? t('{name} is typing', { name: userName(user) })
        : t('{name} is looking at this conversation too', {
            name: userName(user),
          })
      const isNew = Date.now() - (said.current.get(text) ?? 0) > SAID_FOR_MS
      if (isNew) {
        said.current.set(text, Date.now())
        announcer.say(text)
      }
    }
  }, [people])
}
