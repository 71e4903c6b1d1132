import type {
  PresencesQuery,
  SetPresenceMutation,
  SetPresenceMutationVariables,
} from 'types/graphql'

import { client } from 'src/lib/apollo/client'
import { newKey } from 'src/lib/newKey'
import { PRESENCES, SET_PRESENCE } from 'src/queries/presence'

import { people } from './people'
import { createTeller } from './whereabouts'

const tab = newKey()

/** Tells the others where this tab's reader is. What is not told is not missed: presence is an extra. */
export const teller = createTeller((whereabouts) => {
  client
    .mutate<SetPresenceMutation, SetPresenceMutationVariables>({
      mutation: SET_PRESENCE,
      variables: { ...whereabouts, tab },
      fetchPolicy: 'no-cache',
      // Also for a page that is going away.
      context: { fetchOptions: { keepalive: true } },
    })
    .catch(() => {})
})

const askWhoIsThere = async () => {
  const { data } = await client.query<PresencesQuery>({
    query: PRESENCES,
    fetchPolicy: 'no-cache',
  })
  return data.presences
}

/** What was told while the stream was away did not come, and a server that was started anew has heard nothing. */
export function catchUpWithPeople() {
  teller.repeat()
  people.replaceBy(askWhoIsThere()).catch(() => {})
}
