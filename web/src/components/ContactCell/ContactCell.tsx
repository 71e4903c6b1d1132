import { gql } from '@apollo/client'
import { UserRoundX } from 'lucide-react'
import type { ContactQuery, ContactQueryVariables } from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import Contact from 'src/components/Contact'
import FailureMessage from 'src/components/Failure'
import Placeholder from 'src/components/Placeholder'
import { useOnChange } from 'src/hooks/useOnChange'
import { t } from 'src/lib/language/t'
import { KEPT_FIELDS } from 'src/queries/contact'
import { CONVERSATION_FIELDS } from 'src/queries/conversationFields'

export const QUERY: TypedDocumentNode<ContactQuery, ContactQueryVariables> =
  gql`
    query ContactQuery($id: ID!) {
      conversation(id: $id) {
        ...ConversationFields
        contact {
          ...KeptFields
          profileName
          city
          state
          zip
          country
          conversations {
            ...ConversationFields
          }
        }
      }
    }
    ${CONVERSATION_FIELDS}
    ${KEPT_FIELDS}
  `

export const Loading = () => (
  <div
    role="status"
    className="animate-late flex flex-col items-center gap-3 p-6"
  >
    <span className="sr-only">{t('Loading contact')}</span>
    <div className="skeleton size-16 !rounded-full" aria-hidden />
    <div className="skeleton h-4 w-32" aria-hidden />
    <div className="skeleton h-3 w-24" aria-hidden />
  </div>
)

export const Empty = () => (
  <Placeholder icon={UserRoundX} title={t('No contact')} />
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<ContactQueryVariables>) => (
  <FailureMessage
    what={t('The contact')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  conversation,
  queryResult,
}: CellSuccessProps<ContactQuery, ContactQueryVariables>) => {
  const refetch = () => void queryResult?.refetch?.().catch(() => {})
  // Live events bring no notes and labels, but that the contact is another.
  useOnChange(conversation.contact.updatedAt, refetch)
  return <Contact conversation={conversation} onStale={refetch} />
}
