import { useQuery } from '@apollo/client'
import type {
  DocumentNode,
  OperationVariables,
  QueryHookOptions,
  QueryResult,
  TypedDocumentNode,
} from '@apollo/client'

/**
 * Apollo's `useQuery`, except that an error takes nothing away that is known.
 *
 * A Cell shows its Failure for any error, data or not, so one failed refetch would blank a thread that somebody
 * is reading. `previousData` would be no help: it may be another conversation's. The cache has what belongs to
 * these variables. The error stays visible as `staleError`.
 */
export function useLastingQuery<T, V extends OperationVariables>(
  query: DocumentNode | TypedDocumentNode<T, V>,
  options?: QueryHookOptions<T, V>
): QueryResult<T, V> & { staleError?: Error } {
  const result = useQuery<T, V>(query, options)
  if (!result.error) {
    return result
  }
  const known =
    result.data ??
    result.client.readQuery<T, V>({ query, variables: result.variables })
  if (!known) {
    return result
  }
  return {
    ...result,
    data: known as typeof result.data,
    error: undefined,
    staleError: result.error,
  }
}
