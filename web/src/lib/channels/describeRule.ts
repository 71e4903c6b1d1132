import type { AutoReplyRuleFields } from 'types/graphql'

import { t } from 'src/lib/language/t'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

type Rule = Pick<
  AutoReplyRuleFields,
  'condition' | 'keywords' | 'wholeMessage' | 'cooldownSeconds'
>

const duration = (seconds: number) => {
  if (seconds % DAY === 0) {
    return t('{count, plural, one {# day} other {# days}}', {
      count: seconds / DAY,
    })
  }
  return seconds % HOUR === 0
    ? t('{count, plural, one {# hour} other {# hours}}', {
        count: seconds / HOUR,
      })
    : t('{count, plural, one {# minute} other {# minutes}}', {
        count: Math.round(seconds / MINUTE),
      })
}

/** When a rule answers. */
export function describeCondition(rule: Rule): string {
  switch (rule.condition) {
    case 'FIRST_MESSAGE':
      return t('First message of a conversation')
    case 'KEYWORD':
      return t(
        rule.wholeMessage ? 'Message is {words}' : 'Message has {words}',
        { words: rule.keywords.join(', ') }
      )
    case 'OUTSIDE_HOURS':
      return t('Outside opening hours')
    default:
      return t('Every message')
  }
}

/** How often it answers in one conversation. */
export const describeCooldown = ({ cooldownSeconds }: Rule): string =>
  cooldownSeconds === 0
    ? t('each time')
    : t('at most once in {duration}', { duration: duration(cooldownSeconds) })
