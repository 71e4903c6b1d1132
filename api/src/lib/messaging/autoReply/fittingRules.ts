import type { AutoReplyRule, ChannelKind } from '@prisma/client'

import { isOpen, type OpeningHours } from '../openingHours'

import { matchesKeyword } from './matchesKeyword'

/** What a rule is judged by. */
export type Rule = Pick<
  AutoReplyRule,
  'kinds' | 'condition' | 'keywords' | 'wholeMessage' | 'isEnabled'
>

interface Occasion {
  kind: ChannelKind
  body: string
  hours: OpeningHours
  now: Date
}

const fits = (rule: Rule, { kind, body, hours, now }: Occasion) => {
  if (!rule.isEnabled || !rule.kinds.includes(kind)) {
    return false
  }
  switch (rule.condition) {
    case 'KEYWORD':
      return matchesKeyword(body, rule.keywords, rule.wholeMessage)
    case 'OUTSIDE_HOURS':
      return !isOpen(hours, now)
    default:
      return true
  }
}

/** Whether only the database knows if it fits: the first message is the first when it is written. */
export const isForFirst = ({ condition }: Rule) => condition === 'FIRST_MESSAGE'

/** The rules of which the first one that fits answers: as far as the first that fits for sure. */
export function fittingRules<R extends Rule>(
  rules: readonly R[],
  occasion: Occasion
): R[] {
  const fitting = rules.filter((rule) => fits(rule, occasion))
  const sure = fitting.findIndex((rule) => !isForFirst(rule))
  return sure < 0 ? fitting : fitting.slice(0, sure + 1)
}
