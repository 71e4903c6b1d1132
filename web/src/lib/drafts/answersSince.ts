import type { ThreadMessageFields } from 'types/graphql'

import { t } from 'src/lib/language/t'
import { userName } from 'src/lib/userName'

export type Answer = Pick<
  ThreadMessageFields,
  'id' | 'direction' | 'isAutomatic' | 'author' | 'createdAt' | 'sentBy'
>

/**
 * The latest answers that others gave after `since`: a colleague's or a program's, and an automatic one. One's own are
 * none, whichever tab or device they were written in.
 */
export function answersSince(
  messages: readonly Answer[],
  since: string | null,
  operatorId: string | undefined
) {
  const answers = messages.filter(
    ({ direction, createdAt, sentBy }) =>
      direction === 'OUTBOUND' &&
      since !== null &&
      Date.parse(createdAt) > Date.parse(since) &&
      (!sentBy || sentBy.id !== operatorId)
  )
  return {
    answer: answers.findLast(({ isAutomatic }) => !isAutomatic) ?? null,
    automatic: answers.findLast(({ isAutomatic }) => isAutomatic) ?? null,
  }
}

/** Who gave an answer, for the beginning of a sentence. */
export const whoAnswered = ({ sentBy, author }: Answer) =>
  (sentBy ? userName(sentBy) : author) || t('Somebody')
