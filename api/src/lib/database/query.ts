import type { Prisma } from '@prisma/client'

import type { Transaction } from './sql'

/**
 * A statement that is put together from parts (`Prisma.sql`). It is planned each time, for its values: where they decide
 * which index is the right one.
 */
export const query = async <Row>(
  tx: Transaction,
  { text, values }: Prisma.Sql
): Promise<Row[]> => tx.$queryRawUnsafe<Row[]>(text, ...values)
