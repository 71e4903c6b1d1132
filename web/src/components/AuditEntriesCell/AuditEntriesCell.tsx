import { ScrollText } from 'lucide-react'
import type {
  AuditEntriesQuery,
  AuditEntriesQueryVariables,
  AuditFilter,
} from 'types/graphql'

import type {
  CellFailureProps,
  CellSuccessProps,
  TypedDocumentNode,
} from '@redwoodjs/web'

import AuditRow, { AUDIT_COLUMNS } from 'src/components/AuditRow'
import FailureMessage from 'src/components/Failure'
import List from 'src/components/List'
import LoadMore from 'src/components/LoadMore'
import Placeholder from 'src/components/Placeholder'
import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'
import { AUDIT_ENTRIES } from 'src/queries/audit'

interface EntriesProps {
  filter: AuditFilter
}

export const QUERY: TypedDocumentNode<
  AuditEntriesQuery,
  AuditEntriesQueryVariables
> = AUDIT_ENTRIES

export const beforeQuery = ({ filter }: EntriesProps) => ({
  variables: { filter },
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
})

export const isEmpty = ({ auditEntries }: AuditEntriesQuery) =>
  auditEntries.edges.length === 0

export const Loading = () => (
  <div role="status" className="animate-late flex flex-col gap-2">
    <span className="sr-only">{t('Loading the audit log')}</span>
    <div className="skeleton h-10" aria-hidden />
    <div className="skeleton h-10" aria-hidden />
    <div className="skeleton h-10" aria-hidden />
  </div>
)

export const Empty = () => (
  <div className="flex flex-1">
    <Placeholder icon={ScrollText} title={t('Nothing was found')}>
      <p>{t('Nobody did anything of this kind in this time.')}</p>
    </Placeholder>
  </div>
)

export const Failure = ({
  error,
  updating,
  queryResult,
}: CellFailureProps<AuditEntriesQueryVariables>) => (
  <FailureMessage
    what={t('The audit log')}
    error={error}
    isRetrying={updating}
    onRetry={() => void queryResult?.refetch?.()}
  />
)

/** The names of the columns: each row says by itself what it holds, so that they are for the eye. */
const Heads = () => (
  <div
    className={cx(
      AUDIT_COLUMNS,
      'border-b border-line px-2 pb-1.5 text-sm text-ink-soft max-md:hidden'
    )}
    aria-hidden
  >
    <span className="col-start-2">{t('When')}</span>
    <span>{t('Who')}</span>
    <span>{t('What')}</span>
    <span className="text-right">{t('From where')}</span>
  </div>
)

export const Success = ({
  auditEntries: { edges, pageInfo },
  queryResult,
}: CellSuccessProps<AuditEntriesQuery, AuditEntriesQueryVariables> &
  EntriesProps) => {
  const { hasNextPage, endCursor } = pageInfo
  return (
    <div>
      <Heads />
      <List aria-label={t('Audit log')} className="divide-y divide-line">
        {edges.map(({ node }) => (
          <AuditRow key={node.id} entry={node} />
        ))}
      </List>
      {hasNextPage && endCursor && (
        <LoadMore
          key={edges.length}
          label={t('Earlier entries')}
          onLoad={() =>
            queryResult?.fetchMore?.({ variables: { after: endCursor } })
          }
        />
      )}
    </div>
  )
}
