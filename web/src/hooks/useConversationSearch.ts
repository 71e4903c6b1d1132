import { useEffect, useState } from 'react'

import { useQuery } from '@apollo/client'
import type {
  ConversationSearchQuery,
  ConversationSearchQueryVariables,
} from 'types/graphql'

import { CONVERSATION_SEARCH } from 'src/queries/conversationSearch'

const PAUSE_MS = 200

/** Conversations by the name, number or text that is typed, once the typing pauses. */
export function useConversationSearch(typed: string) {
  const wanted = typed.trim()
  const [search, setSearch] = useState('')

  useEffect(() => {
    const timer = setTimeout(() => setSearch(wanted), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [wanted])

  const { data, loading, error } = useQuery<
    ConversationSearchQuery,
    ConversationSearchQueryVariables
  >(CONVERSATION_SEARCH, {
    variables: { search },
    skip: search === '',
    // No list of the page's, and so nothing for the live events to keep up to date.
    fetchPolicy: 'no-cache',
  })
  const found = search && wanted ? data?.conversations.edges : undefined
  return {
    conversations: found?.map(({ node }) => node) ?? [],
    isSearching: wanted !== '' && (loading || search !== wanted),
    error,
  }
}
