import type { Pool, PoolClient } from 'pg'

import { pool } from './pool'
import { queryNamed } from './queryNamed'

/**
 * SQL as tagged templates, as Prisma has them, straight over `pg`: for the statements of the send and receive paths,
 * where Prisma costs several times what PostgreSQL does. A transaction of Prisma's is one of these, too.
 */
export interface Transaction {
  $queryRaw: <Rows = unknown>(
    strings: TemplateStringsArray,
    ...values: unknown[]
  ) => PromiseLike<Rows>
  /** @returns the number of rows */
  $executeRaw: (
    strings: TemplateStringsArray,
    ...values: unknown[]
  ) => PromiseLike<number>
  $queryRawUnsafe: <Rows = unknown>(
    text: string,
    ...values: unknown[]
  ) => PromiseLike<Rows>
}

interface Statement {
  name: string
  text: string
}

const statements = new WeakMap<TemplateStringsArray, Statement>()
let lastName = 0

/** Each template is prepared once for each connection: PostgreSQL need not parse it again. */
const statementOf = (strings: TemplateStringsArray): Statement => {
  const known = statements.get(strings)
  if (known) {
    return known
  }
  const statement = {
    name: `sql_${(lastName += 1)}`,
    text: strings.reduce((text, part, n) => `${text}$${n}${part}`),
  }
  statements.set(strings, statement)
  return statement
}

/** The tagged templates over one connection, or over any of the pool's. */
export const sqlOver = (connection: Pool | PoolClient): Transaction => ({
  $queryRaw: async <Rows>(
    strings: TemplateStringsArray,
    ...values: unknown[]
  ) =>
    (await queryNamed(connection, { ...statementOf(strings), values }))
      .rows as unknown as Rows,
  $executeRaw: async (strings, ...values) =>
    (await queryNamed(connection, { ...statementOf(strings), values }))
      .rowCount ?? 0,
  $queryRawUnsafe: async <Rows>(text: string, ...values: unknown[]) =>
    (await connection.query({ text, values })).rows as unknown as Rows,
})

/** One statement, one commit. */
export const sql = sqlOver(pool)
