import type { QueryResolvers } from 'types/graphql'

import { readAnalytics } from 'src/lib/analytics/readAnalytics'
import { readSpan } from 'src/lib/analytics/readSpan'
import { explainError } from 'src/lib/messaging/errorCatalogue/errorCatalogue'

const WITHOUT_CODE = {
  cause: 'These failed, and nobody said why.',
  nextStep: 'Open one of them, and try it again.',
}

/** In the rollup, 0 stands for none. */
const explain = ({ code, count }: { code: number; count: number }) => {
  const { cause, nextStep } = code ? explainError(code) : WITHOUT_CODE
  return { code: code || null, count, cause, nextStep }
}

export const analytics: QueryResolvers['analytics'] = async (input) => {
  const { errors, ...figures } = await readAnalytics(readSpan(input))
  return { ...figures, errors: errors.map(explain) }
}
