import { Tag } from 'lucide-react'
import type { LabelsQuery, LabelsQueryVariables } from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import FailureMessage from 'src/components/Failure'
import LabelList from 'src/components/LabelList'
import Placeholder from 'src/components/Placeholder'
import { t } from 'src/lib/language/t'
import { LABELS } from 'src/queries/labels'

export const QUERY: TypedDocumentNode<LabelsQuery, LabelsQueryVariables> =
  LABELS

export const beforeQuery = () => ({
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const Loading = () => (
  <div role="status" className="animate-late flex flex-col gap-3">
    <span className="sr-only">{t('Loading the labels')}</span>
    <div className="skeleton h-10" aria-hidden />
    <div className="skeleton h-10" aria-hidden />
    <div className="skeleton h-10" aria-hidden />
  </div>
)

export const Empty = () => (
  <Placeholder icon={Tag} title={t('No labels yet')}>
    <p>
      {t(
        '“Complaint”, “Wholesale”, “Call back”: label what belongs together, and find it by the filter above the list.'
      )}
    </p>
  </Placeholder>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<LabelsQueryVariables>) => (
  <FailureMessage
    what={t('The labels')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

export const Success = ({
  labels,
}: CellSuccessProps<LabelsQuery, LabelsQueryVariables>) => (
  <LabelList labels={labels} />
)
