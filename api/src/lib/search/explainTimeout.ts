import { badUserInput } from 'src/lib/errors'

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: what statement_timeout raises. */
const QUERY_CANCELED = '57014'

/** A search that PostgreSQL has ended, in words for who searched. */
export async function explainTimeout<Result>(work: () => Promise<Result>) {
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: string }).code === QUERY_CANCELED) {
      throw badUserInput(
        'This search takes too long. Look for more of the words, or in one folder.'
      )
    }
    throw error
  }
}
