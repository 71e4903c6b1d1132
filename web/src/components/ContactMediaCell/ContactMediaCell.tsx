import { gql } from '@apollo/client'
import type {
  ContactMediaQuery,
  ContactMediaQueryVariables,
} from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import Button from 'src/components/Button'
import ContactMedia from 'src/components/ContactMedia'
import FailureMessage from 'src/components/Failure'
import { useOnChange } from 'src/hooks/useOnChange'
import { t } from 'src/lib/language/t'

const PAGE = 12

export const QUERY: TypedDocumentNode<
  ContactMediaQuery,
  ContactMediaQueryVariables
> = gql`
  query ContactMediaQuery($conversationId: ID!, $first: Int!, $after: String) {
    conversation(id: $conversationId) {
      id
      contact {
        id
        media(first: $first, after: $after) {
          edges {
            cursor
            node {
              id
              contentType
              size
              name
              width
              height
              url
              thumbnailUrl
              fetching
              problem
            }
          }
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
        }
      }
    }
  }
`

interface ContactMediaProps {
  conversationId: string
  /** How many messages there are: another one may have brought a file. */
  messageCount: number
}

export const beforeQuery = ({ conversationId }: ContactMediaProps) => ({
  variables: { conversationId, first: PAGE },
  fetchPolicy: 'cache-and-network',
})

export const isEmpty = ({ conversation }: ContactMediaQuery) =>
  !conversation?.contact.media?.edges.length

export const Loading = () => null

/** Most contacts send words only: nothing is nothing to speak of. */
export const Empty = () => null

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<ContactMediaQueryVariables>) => (
  <FailureMessage
    what={t('The files')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  conversation,
  queryResult,
  messageCount,
}: CellSuccessProps<ContactMediaQuery, ContactMediaQueryVariables> &
  Pick<ContactMediaProps, 'messageCount'>) => {
  useOnChange(messageCount, () => void queryResult?.refetch?.().catch(() => {}))
  const { edges = [], pageInfo } = conversation.contact.media ?? {}
  return (
    <section aria-label={t('Files')} className="border-t border-line pt-5">
      <h3 className="mb-2 font-semibold">{t('Files')}</h3>
      <ContactMedia files={edges.map(({ node }) => node)} />
      {pageInfo?.hasNextPage && (
        <Button
          look="bare"
          className="mt-2 w-full"
          onClick={() =>
            void queryResult?.fetchMore?.({
              variables: { after: pageInfo.endCursor },
            })
          }
        >
          {t('Show older files')}
        </Button>
      )}
    </section>
  )
}
