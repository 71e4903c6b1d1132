import type { ApolloCache } from '@apollo/client'
import type { ThreadEntryFields } from 'types/graphql'

import { writeEntity } from 'src/lib/apollo/writeEntity'
import { THREAD_ENTRY_FIELDS } from 'src/queries/threadEntries'

import { changeThread } from './changeThread'

/** Takes in a note, or what was done with a conversation, and puts it into that thread, once. */
export function addEntry(
  cache: ApolloCache<unknown>,
  conversationId: string,
  entry: ThreadEntryFields
) {
  const ref = writeEntity(cache, {
    fragment: THREAD_ENTRY_FIELDS,
    fragmentName: 'ThreadEntryFields',
    data: entry,
  })
  changeThread(cache, conversationId, (thread) => {
    const known = thread.entries ?? []
    return !ref || known.some(({ __ref }) => __ref === ref.__ref)
      ? thread
      : { ...thread, entries: [...known, ref] }
  })
}
