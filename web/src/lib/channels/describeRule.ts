import type { AutoReplyRuleFields } from 'types/graphql'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

type Rule = Pick<
  AutoReplyRuleFields,
  'condition' | 'keywords' | 'wholeMessage' | 'cooldownSeconds'
>

const plural = (count: number, what: string) =>
  `${count} ${what}${count === 1 ? '' : 's'}`

const duration = (seconds: number) => {
  if (seconds % DAY === 0) {
    return plural(seconds / DAY, 'day')
  }
  return seconds % HOUR === 0
    ? plural(seconds / HOUR, 'hour')
    : plural(Math.round(seconds / MINUTE), 'minute')
}

/** When a rule answers. */
export function describeCondition(rule: Rule): string {
  switch (rule.condition) {
    case 'FIRST_MESSAGE':
      return 'First message of a conversation'
    case 'KEYWORD':
      return `${rule.wholeMessage ? 'Message is' : 'Message has'} ${rule.keywords.join(', ')}`
    case 'OUTSIDE_HOURS':
      return 'Outside opening hours'
    default:
      return 'Every message'
  }
}

/** How often it answers in one conversation. */
export const describeCooldown = ({ cooldownSeconds }: Rule): string =>
  cooldownSeconds === 0
    ? 'each time'
    : `at most once in ${duration(cooldownSeconds)}`
