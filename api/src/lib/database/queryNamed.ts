import { Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg'

import { isStalePlan } from './isStalePlan'

interface NamedQuery extends QueryConfig<unknown[]> {
  name: string
  query_timeout?: number
}

/** How often each has got another name. */
const renamings = new Map<string, number>()

const nameOf = (name: string) => {
  const times = renamings.get(name)
  return times ? `${name}_${times}` : name
}

/**
 * Executes a statement that each connection prepares once, under its name.
 *
 * What was prepared before a migration gave its table another column can't be executed any more. It gets another name,
 * by which it is prepared anew: at once where it is a transaction of its own, else from the start of its transaction
 * (`retryTransient`).
 */
export async function queryNamed(
  connection: Pool | PoolClient,
  query: NamedQuery
): Promise<QueryResult> {
  const name = nameOf(query.name)
  try {
    return await connection.query({ ...query, name })
  } catch (error) {
    if (!isStalePlan(error)) {
      throw error
    }
    if (nameOf(query.name) === name) {
      renamings.set(query.name, (renamings.get(query.name) ?? 0) + 1)
    }
    if (!(connection instanceof Pool)) {
      throw error
    }
    return queryNamed(connection, query)
  }
}
