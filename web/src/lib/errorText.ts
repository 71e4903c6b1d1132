import { ApolloError } from '@apollo/client'

import { t } from 'src/lib/language/t'

/** What to say of an error: the server's own words where it meant them for people, else what it means here. */
export function errorText(error: unknown): string {
  if (error instanceof ApolloError) {
    const [first] = error.graphQLErrors
    if (first) {
      return first.message
    }
    if (error.networkError) {
      return t('The server could not be reached.')
    }
  }
  return t('Something went wrong.')
}

/** Whether nobody can say if the server did what it was asked: the answer is missing, not negative. */
export const isUnanswered = (error: unknown) =>
  !(error instanceof ApolloError) || error.graphQLErrors.length === 0
